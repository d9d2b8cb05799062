import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { failPage } from './fail-page.ts';

/** Goes to an address of ours. */
export function useGo(): (href: string, how?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (href, { replace = false } = {}) => {
      navigate({ href, replace }).catch(failPage);
    },
    [navigate],
  );
}
