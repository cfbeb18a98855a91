import { useEffect } from 'react';

/** A key that is held down presses one button, not the one that comes up in its place. */
export function useSinglePresses(): void {
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (event.repeat && event.key === 'Enter') event.preventDefault();
    };
    document.addEventListener('keydown', stop);
    return () => document.removeEventListener('keydown', stop);
  }, []);
}
