/** What `parse` gives, or undefined after saying on standard error what is wrong with the command line. */
export function parsedOrComplain<T>(form: string, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    const code = error instanceof TypeError && 'code' in error ? String(error.code) : '';
    if (!(error instanceof TypeError) || !code.startsWith('ERR_PARSE_ARGS_')) throw error;
    process.stderr.write(`${error.message}\nUse: careroute ${form}\n`);
    return undefined;
  }
}
