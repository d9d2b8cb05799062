import { type Progress, progressBar, progressLine } from './words.ts';

/** The part of a stream that is needed to show something on it. */
export interface Screen {
  readonly isTTY?: boolean;
  /** 0 where the terminal does not know. */
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressView {
  /** Shows what is due now. */
  tick(progress: Progress): void;
  /** Takes the bar away, so that a line can stand in its place. */
  clear(): void;
}

const BAR_EVERY_SECONDS = 0.1;
const LINE_EVERY_SECONDS = 5;

/** A bar that is drawn over and over on a terminal; elsewhere a plain line every few seconds. */
export function progressView(screen: Screen): ProgressView {
  let shownAt = 0;
  let isDrawn = false;
  const isTerminal = screen.isTTY === true;
  return {
    tick(progress) {
      const { seconds } = progress;
      if (seconds - shownAt < (isTerminal ? BAR_EVERY_SECONDS : LINE_EVERY_SECONDS)) return;
      shownAt = seconds;
      const bar = (): string => `\r${progressBar(progress, screen.columns || 80)}\u001b[K`;
      screen.write(isTerminal ? bar() : `${progressLine(progress)}\n`);
      isDrawn = isTerminal;
    },
    clear() {
      if (isDrawn) screen.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}
