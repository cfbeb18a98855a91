export interface Composing {
  isOn(): boolean;
  /** One that began before anybody looked is known by its keys. */
  note(event: KeyboardEvent): void;
  /** A key that is no part of one comes after its end. */
  end(): void;
  /** Undefined when there is none. */
  untilEnd(): Promise<void> | undefined;
}

/**
 * Whether an input method is composing in an element. From its start until one task after its end, when the editor has taken the
 * words in, nothing may be touched.
 */
export function watchComposing(element: Element, signal: AbortSignal, on: { start(): void; end(): void }): Composing {
  let isOn = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting: (() => void)[] = [];

  function begin(): void {
    // The next word may begin in the same breath.
    clearTimeout(timer);
    isOn = true;
    on.start();
  }

  function end(): void {
    clearTimeout(timer);
    isOn = false;
    for (const go of waiting.splice(0)) go();
  }

  const options = { signal, capture: true };
  element.addEventListener('compositionstart', begin, options);
  element.addEventListener(
    'compositionend',
    () => {
      timer = setTimeout(() => {
        end();
        on.end();
      });
    },
    options,
  );
  signal.addEventListener('abort', end, { once: true });

  return {
    isOn: () => isOn,
    note({ type, isComposing }) {
      if (type === 'keydown' && isComposing) begin();
    },
    end,
    untilEnd: () => (isOn ? new Promise((resolve) => waiting.push(resolve)) : undefined),
  };
}
