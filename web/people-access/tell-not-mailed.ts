import { notifications } from '@mantine/notifications';
import { peopleTexts as t } from '../texts/people-access.ts';

/** Says that an account is made, but its invitation is still to be mailed. It stays until it is closed. */
export const tellNotMailed = (): void => {
  notifications.show({ message: t.notMailed, color: 'yellow', autoClose: false, withBorder: true });
};
