import type { UseFormReturnType } from '@mantine/form';
import { type RefObject, useEffect, useRef } from 'react';
import { useAfterPress } from './use-after-press.ts';

/** Checks each field of the form when it is left. A fault that stands there stays until the field is changed. */
export function useLeaveCheck<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
): RefObject<HTMLFormElement | null> {
  const place = useRef<HTMLFormElement>(null);
  const afterPress = useAfterPress();
  useEffect(() => {
    const leave = ({ target }: Event): void => {
      const field = target instanceof Element ? target.closest('[data-path]') : null;
      const path = field?.getAttribute('data-path');
      if (!path || form.errors[path]) return;
      afterPress(() => {
        form.validateField(path);
      });
    };
    const element = place.current;
    element?.addEventListener('focusout', leave);
    return () => element?.removeEventListener('focusout', leave);
  });
  return place;
}
