import { Tabs } from '@mantine/core';
import { CopyCode } from '../ui/copy-code.tsx';

interface TextTabsProps {
  /** What holds for all of them. */
  readonly about: string;
  readonly texts: readonly { readonly id: string; readonly label: string; readonly text: string }[];
}

/** Several texts to take along, one at a time. */
export const TextTabs = ({ about, texts }: TextTabsProps) => (
  <Tabs defaultValue={texts[0]?.id ?? null}>
    <Tabs.List>
      {texts.map(({ id, label }) => (
        <Tabs.Tab key={id} value={id}>
          {label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    {texts.map(({ id, text }) => (
      <Tabs.Panel key={id} value={id} pt="sm">
        <CopyCode label={about} text={text} />
      </Tabs.Panel>
    ))}
  </Tabs>
);
