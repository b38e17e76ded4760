import type { CallInspection } from '../../api/types';
import { prettyTwiml } from './twiml';

type Entry = CallInspection['entries'][number];

const said = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** What was sent or asked, one line for each name. */
export const dataLines = ({ data }: Entry): [name: string, value: string][] =>
  Object.entries(data).map(([name, value]) => [name, said(value)]);

/** All of it as text, for a report to somebody who was not there. */
export function inspectedText({ call, legs, entries }: CallInspection): string {
  const head = [
    `call ${call.id} ${call.direction} ${call.from} -> ${call.to}`,
    `${call.stage} ${call.status} outcome=${call.outcome ?? '-'} reason=${call.endReason ?? '-'}`,
    ...legs.map(
      (leg) =>
        `leg ${leg.id} ${leg.kind} ${leg.address} ${leg.sid ?? '-'} ${leg.status} epoch=${leg.epoch}`,
    ),
  ];
  return [head.join('\n'), ...entries.map(entryText)].join('\n\n');
}

function entryText(entry: Entry): string {
  const lines = [
    `${entry.occurredAt} ${entry.type} (${entry.source})${entry.legId ? ` leg ${entry.legId}` : ''}`,
    ...dataLines(entry).map(([name, value]) => `  ${name}: ${value}`),
    ...entry.decided.map((word) => `  -> ${word}`),
  ];
  if (entry.reply)
    lines.push(
      ...prettyTwiml(entry.reply)
        .split('\n')
        .map((line) => `  | ${line}`),
    );
  return lines.join('\n');
}
