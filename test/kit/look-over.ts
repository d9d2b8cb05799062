import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** How pages are looked at: on a desk in the light, and on a phone in the dark. */
export const LOOKS = [
  { width: 1440, height: 900, scheme: 'light' },
  { width: 360, height: 740, scheme: 'dark' },
] as const;

/** What axe finds that keeps people from reading or using a page, as `rule: element`. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Pages have no frames of others, so axe need not open a page of its own to gather what it found there.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** How many pixels a page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Gives a page another width and light, and waits until it has taken them on, its changes of colour included. */
async function lookAt(
  page: Page,
  { width, height, scheme }: { readonly width: number; readonly height: number; readonly scheme: 'light' | 'dark' },
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  await settle(page, scheme);
}

/** Waits until a page stands in this light and nothing of it is on its way to another colour or place. */
export async function settle(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const isMoving = `document.getAnimations().some((one) =>
    one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity)`;
  while (await page.evaluate<boolean>(isMoving)) await page.waitForTimeout(20);
}

/** Serious faults of a page, and how far it hangs over, in each width and light. */
export async function lookOver(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const look of LOOKS) {
    await lookAt(page, look);
    const here = `${name} at ${look.width}`;
    const wide = await overhang(page);
    if (wide > 0) faults.push(`${here}: ${wide} pixels too wide`);
    faults.push(...(await seriousFaults(page)).map((fault) => `${here}: ${fault}`));
    const shots = process.env['CAREROUTE_SHOTS'];
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${look.width}.png`, fullPage: true });
  }
  await lookAt(page, LOOKS[0]);
  return faults;
}
