import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import packedChromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

export interface TestBrowser {
  readonly browser: Browser;
  /** Ends the browser and removes its files. */
  close(): Promise<void>;
}

export interface BrowserOptions {
  /**
   * Certificates (PEM) of our own servers that the browser takes for good. Any other one is an error, and Chromium does
   * no passkeys where there is one.
   */
  readonly trust: readonly string[];
}

/**
 * A real Chromium from npm, with no window. It works as root and as anybody else, beside other ones, and brings its own
 * fonts; each has its own folder, since the package would take any `chromium` that lies in the common one.
 */
export async function startBrowser(options: BrowserOptions): Promise<TestBrowser> {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64')
    throw new Error(
      `The browser in the npm package @sparticuz/chromium runs on linux x64, not on ${platform} ${arch}.`,
    );
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-chromium-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  try {
    const executablePath = await unpackInto(directory, () => packedChromium.executablePath());
    await nameFonts(directory);
    const browser = await launch({ directory, executablePath }, options);
    return {
      browser,
      async close() {
        await browser.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Calls the package, which unpacks into the folder for temporary files that it sees at the call. */
async function unpackInto(directory: string, unpack: () => Promise<string>): Promise<string> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory;
  const unpacking = unpack();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  const unpacked = await unpacking;
  if (!unpacked.startsWith(directory)) throw new Error(`the browser was not unpacked into ${directory}`);
  return unpacked;
}

/** The fonts that came along stand in our folder, and not where the package's own settings look for them. */
async function nameFonts(directory: string): Promise<void> {
  const fonts = path.join(directory, 'fonts');
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
    <fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>`;
  await mkdir(fonts, { recursive: true });
  await writeFile(path.join(fonts, 'fonts.conf'), settings);
}

interface Unpacked {
  readonly directory: string;
  readonly executablePath: string;
}

const MISSING_LIBRARY = /error while loading shared libraries: ([^:\s]+)/;

async function launch(unpacked: Unpacked, options: BrowserOptions): Promise<Browser> {
  const attempt = await attemptLaunch(unpacked, options, {});
  if (!('missing' in attempt)) return attempt.browser;
  const again = await attemptLaunch(unpacked, options, { LD_LIBRARY_PATH: await unpackLibraries(unpacked.directory) });
  if ('missing' in again)
    throw new Error(`The browser needs the system library ${again.missing}. On Debian: apt-get install libnss3.`);
  return again.browser;
}

/** The few libraries that a system may lack come with the package too. */
async function unpackLibraries(directory: string): Promise<string> {
  const archive = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
  return path.join(await unpackInto(directory, () => inflate(fileURLToPath(archive))), 'lib');
}

async function attemptLaunch(
  { directory, executablePath }: Unpacked,
  { trust }: BrowserOptions,
  extra: Readonly<Record<string, string>>,
): Promise<{ browser: Browser } | { missing: string }> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const fonts = path.join(directory, 'fonts');
  const env = { ...Object.fromEntries(inherited), TMPDIR: directory, FONTCONFIG_PATH: fonts, ...extra };
  try {
    const browser = await chromium.launch({
      executablePath,
      env,
      // Its sandbox needs rights that root in a container does not give away; it sees our own pages only.
      chromiumSandbox: false,
      args: ['--no-zygote', '--disable-gpu', `--ignore-certificate-errors-spki-list=${trust.map(pinOf).join(',')}`],
    });
    return { browser };
  } catch (error) {
    const missing = error instanceof Error ? MISSING_LIBRARY.exec(error.message)?.[1] : undefined;
    if (missing === undefined) throw error;
    return { missing };
  }
}

const pinOf = (pem: string): string =>
  createHash('sha256')
    .update(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
