// Keeps a scenario's last line with what is needed to judge it: command, commit, machine, time.
// Arguments: the project's directory, the scenario's output, the scenario and its options.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join, relative } from 'node:path';

const [root, output, scenario, ...options] = process.argv.slice(2);
const result = JSON.parse(readFileSync(output, 'utf8').trimEnd().split('\n').at(-1));
const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const date = new Date().toISOString();

const kept = {
  command: ['benchmarks/run', scenario, ...options].join(' '),
  date,
  commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno') ? ' with changes' : ''),
  machine: {
    system: `${platform()} ${release()}`,
    processors: `${cpus().length} × ${cpus()[0].model.trim()}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadAfterwards: loadavg().map((load) => Number(load.toFixed(1))),
    jdk: /^JAVA_RUNTIME_VERSION="(.*)"/m.exec(readFileSync(join(process.env.JAVA_HOME, 'release'), 'utf8'))?.[1],
  },
  result,
};

const results = join(root, 'benchmarks', 'results');
// Other options, other figures: they stand beside each other.
const variant = [scenario, ...options.map((option) => option.replace(/[^A-Za-z0-9]/g, ''))].join('-');
const file = join(results, `${variant}-${date.slice(0, 10)}.json`);
mkdirSync(results, { recursive: true });
writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
console.error(`Kept in ${relative(process.cwd(), file)}`);
