// ./run twilio. Exit codes: 0 all is well, 1 something differs or failed, 64 the command line is wrong.
import { run } from './command-line.mjs';

process.exitCode = await run({
  args: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  out: process.stdout,
  err: process.stderr,
});
