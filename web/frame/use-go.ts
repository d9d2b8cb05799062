import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { failPage } from './fail-page.ts';

/** Goes to an address of ours. */
export function useGo(): (href: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (href) => {
      navigate({ href }).catch(failPage);
    },
    [navigate],
  );
}
