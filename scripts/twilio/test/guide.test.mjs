// docs/twilio-health.md has a line for everything that the API may say about an account.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const contract = read('api/openapi.yaml');
const guide = read('docs/twilio-health.md');

/** The values of an enum of the contract: of a schema, and of a property in it, if one is said. */
function values(schema, property) {
  const [, block] = new RegExp(`\\n {4}${schema}:\\n([^]*?)(?=\\n {4}[A-Za-z]+:)`).exec(contract);
  const from = property ? block.slice(block.search(new RegExp(`\\n\\s+${property}:`))) : block;
  return /enum:\s*\[([^\]]+)\]/
    .exec(from)[1]
    .split(',')
    .map((value) => value.trim());
}

for (const [schema, property] of [
  ['TwilioConfiguration', 'state'],
  ['TwilioAspect'],
  ['TwilioDeliveries', 'kind'],
  ['TwilioDeliveries', 'reason'],
  ['TwilioFinding', 'check'],
  ['Number', 'connection'],
])
  test(`the guide has a line for every ${property ?? 'value'} of ${schema}`, () => {
    const told = values(schema, property);
    assert.ok(told.length > 3);
    for (const value of told) assert.ok(guide.includes(`\`${value}\``), value);
  });
