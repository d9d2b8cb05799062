import { notifications } from '@mantine/notifications';
import { asApiError } from '../frame/api.ts';
import { faultInWords } from '../frame/fault-words.ts';
import { frameTexts as t } from '../texts/frame.ts';

/** A notice that only confirms lets clicks through to what lies beneath, such as the buttons of a panel. */
const LETS_THROUGH = { root: { pointerEvents: 'none' }, closeButton: { pointerEvents: 'auto' } } as const;

/** Says that something was done. Never with personal data: notices outlive the page they came from. */
export const tellDone = (message: string): void => {
  notifications.show({ message, color: 'green', autoClose: 5_000, withBorder: true, styles: LETS_THROUGH });
};

/** Says why something was not done, and the code to quote. It stays until it is closed. */
export const tellFailure = (error: unknown): void => {
  const { message, code, faults } = asApiError(error);
  const told = faults.length > 0 ? faults.map(faultInWords).join(' ') : message;
  notifications.show({ title: told, message: `${t.code} ${code}`, color: 'red', autoClose: false, withBorder: true });
};

/** Says that something was done, but not all of it. It stays until it is closed. */
export const tellWarning = (message: string): void => {
  notifications.show({ message, color: 'yellow', autoClose: false, withBorder: true });
};

/** Says that something is over that was begun before. It waits for its turn, and interrupts nobody. */
export const tellNews = (message: string): void => {
  notifications.show({ message, color: 'green', role: 'status', autoClose: 10_000, withBorder: true });
};
