import { describe, expect, test } from 'vitest';
import { call } from '../../test/calls';
import { linesOf } from '../../ui/sections';
import { dayKeys } from './days';
import { exportAddress } from './ExportLink';
import { lanesOf } from './legs';
import { callSearch } from './search';
import { prettyTwiml } from './twiml';
import { withNewest } from './useNewest';
import { asked, changed, FACES, faceOf, sameFilter, withFace } from './view';

describe('the filter in the address', () => {
  test('comes back from it as it was, and what is no filter is left out', () => {
    const filter = { numberId: 'n', direction: 'inbound', days: 7, text: 'oak' } as const;
    const address = new URLSearchParams(Object.entries(filter).map(([k, v]) => [k, String(v)]));
    expect(callSearch(Object.fromEntries(address))).toEqual(filter);
    expect(callSearch({ direction: 'up', days: '0', outcome: 'lost', other: 1 })).toEqual({});
  });

  test('has four faces, and choosing one shows that one', () => {
    for (const face of FACES) {
      expect(faceOf(withFace({ direction: 'outbound', days: 7 }, face))).toBe(face);
      expect(withFace({ days: 7 }, face).days).toBe(7);
    }
    expect(withFace({ outcome: 'missed' }, 'all')).toEqual({});
    expect(withFace({ outcome: 'failed' }, 'outbound')).toEqual({
      outcome: 'failed',
      direction: 'outbound',
    });
  });

  test('asks for days from midnight, the same question all day long', () => {
    const morning = asked({ days: 1 }, new Date(2026, 10, 20, 8));
    expect(morning).toEqual({ since: new Date(2026, 10, 20).toISOString() });
    expect(asked({ days: 1 }, new Date(2026, 10, 20, 23))).toEqual(morning);
    expect(asked({ days: 7 }, new Date(2026, 10, 20)).since).toBe(
      new Date(2026, 10, 14).toISOString(),
    );
  });

  test('is the same in whatever order', () => {
    expect(sameFilter({ days: 1, outcome: 'missed' }, { outcome: 'missed', days: 1 })).toBe(true);
    expect(sameFilter({ days: 1 }, {})).toBe(false);
    expect(changed({ days: 1, text: 'a' }, { text: '' })).toEqual({ days: 1 });
  });

  test('is that of the export, of this workspace', () => {
    expect(exportAddress('w', { outcome: 'missed', text: 'a&b' })).toBe(
      '/api/calls/export?workspace=w&outcome=missed&text=a%26b',
    );
  });
});

describe('the days', () => {
  const sections = {
    of: (item: { id: string; at: string }) => item.at,
    head: () => null,
    height: 34,
  };
  const items = ['a', 'a', 'b'].map((at, n) => ({ id: `${n}`, at }));

  test('head their calls and are counted; the last one only when all are known', () => {
    const heads = (more: boolean) => {
      const lines = linesOf(items, sections, more);
      return lines.heads.map((index) => {
        const head = lines.at(index);
        return head && 'section' in head && [head.section, head.count];
      });
    };
    expect(heads(false)).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(heads(true)).toEqual([
      ['a', 2],
      ['b', undefined],
    ]);
    expect(linesOf(items, sections, false).heads).toEqual([0, 3]);
  });

  test('begin at midnight here', () => {
    const key = dayKeys();
    const at = (hours: number, day = 20) => key(new Date(2026, 10, day, hours).toISOString());
    expect(at(0)).toBe(at(23));
    expect(at(23, 19)).not.toBe(at(0));
  });
});

describe('calls that came since', () => {
  const list = { pages: [{ items: [call(2), call(1)], nextCursor: 'c' }], pageParams: [null] };

  test('stand on top of what is loaded, with the new total', () => {
    const now = withNewest(list, { items: [call(3), call(2)], nextCursor: 'x', total: 3 });
    expect(now?.pages[0]?.items.map(({ id }) => id)).toEqual(['call-003', 'call-002', 'call-001']);
    expect(now?.pages[0]).toMatchObject({ nextCursor: 'c', total: 3 });
  });

  test('are not patched together where more came than were looked for', () => {
    expect(
      withNewest(list, { items: [call(9), call(8)], nextCursor: 'x', total: 9 }),
    ).toBeUndefined();
  });
});

describe('an opened call', () => {
  test('shows its legs as parts of its time', () => {
    const begun = { createdAt: '2026-11-20T10:00:00Z', endedAt: '2026-11-20T10:01:40Z' };
    const { lanes, seconds } = lanesOf(
      {
        call: call(1, begun),
        legs: [
          {
            ...({} as never as Parameters<typeof lanesOf>[0]['legs'][number]),
            id: 'l',
            createdAt: '2026-11-20T10:00:10Z',
            ringingAt: null,
            answeredAt: '2026-11-20T10:00:20Z',
            endedAt: null,
          },
        ],
      },
      0,
    );
    expect(seconds).toBe(100);
    expect(lanes[0]).toMatchObject({ begin: 0.1, answered: 0.2, end: 1, open: false });
  });

  test('shows TwiML with a line for each element, and no XML as it is', () => {
    expect(
      prettyTwiml(
        '<Response><Say>Hi &amp; bye</Say><Dial><Conference beep="false">r</Conference></Dial><Hangup/></Response>',
      ),
    ).toBe(
      [
        '<Response>',
        '  <Say>Hi &amp; bye</Say>',
        '  <Dial>',
        '    <Conference beep="false">r</Conference>',
        '  </Dial>',
        '  <Hangup/>',
        '</Response>',
      ].join('\n'),
    );
    expect(prettyTwiml('not xml')).toBe('not xml');
  });
});
