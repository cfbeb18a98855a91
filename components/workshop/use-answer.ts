import { useEffect, useRef, useState } from 'react';

export interface Answer<Value> {
  /** The last answer; undefined until there is one. */
  value: Value | undefined;
  /** A newer question has no answer yet. */
  isStale: boolean;
}

/** What the bench says to the latest question. One at a time: what was asked in between is passed over. */
export function useAnswer<Value>(question: string, ask: () => Promise<Value>): Answer<Value> {
  const [answer, setAnswer] = useState<{ question: string; value: Value | undefined }>();
  const latest = useRef({ question, ask });
  const isBusy = useRef(false);
  useEffect(() => {
    latest.current = { question, ask };
    if (isBusy.current) return;
    isBusy.current = true;
    void (async () => {
      let done: string | undefined;
      while (done !== latest.current.question) {
        const { question: asked, ask: send } = latest.current;
        const value = await send().catch(() => undefined);
        setAnswer({ question: asked, value });
        done = asked;
      }
      isBusy.current = false;
    })();
  }, [question, ask]);
  return { value: answer?.value, isStale: answer?.question !== question };
}
