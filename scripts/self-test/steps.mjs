// One step of the self-test: its sentence is said when it has passed; the first that fails ends it all.

export async function step(sentence, work) {
  try {
    await work();
    console.log(`  ✓ ${sentence}`);
  } catch (failed) {
    console.log(`  ✗ ${sentence}`);
    console.error(`    ${failed.message}`);
    process.exit(1);
  }
}

export function equal(actual, expected, what) {
  if (actual !== expected)
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

export function truth(value, otherwise) {
  if (!value) throw new Error(otherwise);
}
