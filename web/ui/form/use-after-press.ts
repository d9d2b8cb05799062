import { useEffect, useRef } from 'react';

/**
 * Runs something at once, or, while a button of the pointer is down, when it was released and its click has counted: a
 * message that appears meanwhile would move away what is being pressed.
 */
export function useAfterPress(): (run: () => void) => void {
  const isPressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const listening = new AbortController();
    const how = { capture: true, signal: listening.signal };
    const press = (): void => {
      isPressed.current = true;
    };
    const release = (): void => {
      isPressed.current = false;
      const runs = waiting.current.splice(0);
      setTimeout(() => {
        for (const run of runs) run();
      });
    };
    globalThis.addEventListener('pointerdown', press, how);
    for (const end of ['pointerup', 'pointercancel']) globalThis.addEventListener(end, release, how);
    return () => listening.abort();
  }, []);
  return (run) => {
    if (isPressed.current) waiting.current.push(run);
    else run();
  };
}
