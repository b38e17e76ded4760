// Who calls the imitated workspace: names, where they are known, and numbers.
import { createHash } from 'node:crypto';

export const PEOPLE = [
  ['Inês Carvalho', '+14155550132'],
  ['Leif Sandberg', '+12065550114'],
  [null, '+15035550177'],
  ['Priya Raman', '+14155550190'],
  ['Tomasz Wilk', '+13125550145'],
  ['Jonah Reyes', '+16465550109'],
  ['Amara Okafor', '+12025550186'],
  ['Yuki Tanabe', '+12065550151'],
  ['Harriet Boone', '+14155550120'],
  ['Rosa Medina', '+15125550163'],
  ['Grigor Kalev', '+17025550137'],
  [null, '+17135550102'],
  ['Maximiliane von Hohenstein-Wittelsbach', '+4930901820'],
  ['Noor Farid', '+13035550199'],
  [null, 'anonymous'],
  ['Callum Moss', '+16175550128'],
  ['Elif Vardar', '+14155550176'],
];

/** The same contact at each start. */
export function contactIdOf(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
