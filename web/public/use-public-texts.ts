import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { type PublicTexts, publicTexts } from '../texts/public.ts';
import { publicTextsEs } from '../texts/public-es.ts';

type Language = 'en' | 'es';

const ofBrowser = (): Language => (navigator.language.startsWith('es') ? 'es' : 'en');

/** The words in the reader's language, and how to take the other one. */
export function usePublicTexts(): readonly [PublicTexts, () => void] {
  const [language, setLanguage] = useLocalStorage<Language>({ key: 'careroute-language', defaultValue: ofBrowser() });
  useEffect(() => {
    document.documentElement.lang = language;
    return () => {
      document.documentElement.lang = 'en';
    };
  }, [language]);
  const other = language === 'en' ? 'es' : 'en';
  return [language === 'es' ? publicTextsEs : publicTexts, () => setLanguage(other)];
}
