import { describe, expect, test } from 'vitest';
import { ruledChipOf } from '../../../../src/data/ruledChip.ts';
import { exactly } from '../../../../src/model/exportControl/interval.ts';
import { ask, askRecorded, bound, catalogue, open } from './ask.ts';

const china = { destination: 'CN', parent: 'CN' };

describe('what sources say of the chips in the record', () => {
  test('A100 and H100: stopped by the letter of August 2022, caught by both rules, stopped early in 2023', () => {
    for (const id of ['nvidia-a100', 'nvidia-h100']) {
      expect(askRecorded(id, '2022-08-26')).toMatchObject({ licence: 'required', verdict: 'not-controlled' });
      expect(askRecorded(id, '2022-10-21')).toMatchObject({ verdict: 'controlled', licence: 'required' });
      expect(askRecorded(id, '2023-11-17')).toMatchObject({ paragraph: '3A090.a', licence: 'required' });
      expect(bound(askRecorded(id, '2023-10-23'))).toEqual(['early-2023-10']);
    }
    expect(askRecorded('nvidia-a100', '2024-01-01').tpp.value).toEqual(exactly(4992));
  });

  test('H800: under the I/O test of 2022, stopped from 23 October 2023, caught by the rule of 2023', () => {
    expect(askRecorded('nvidia-h800', '2023-06-01')).toMatchObject({
      verdict: 'not-controlled',
      licence: 'not-required',
    });
    expect(askRecorded('nvidia-h800', '2023-10-22').licence).toBe('not-required');
    expect(askRecorded('nvidia-h800', '2023-10-23').licence).toBe('required');
    expect(askRecorded('nvidia-h800', '2023-11-17')).toMatchObject({ paragraph: '3A090.a' });
  });

  test('H200: case by case from 15 January 2026 and in tariff band 1', () => {
    expect(askRecorded('nvidia-h200', '2026-01-14', china).policy?.kind).toBe('presumption-of-denial');
    const answer = askRecorded('nvidia-h200', '2026-01-15', china);
    expect(answer).toMatchObject({ verdict: 'controlled', licence: 'required', tariffBand: 'band-1' });
    expect(answer.policy?.kind).toBe('case-by-case');
    expect(answer.tpp.value).toEqual(exactly(15832));
  });

  test('L40S: caught by the rule of 2023, and stopped when it was applied early', () => {
    expect(askRecorded('nvidia-l40s', '2023-10-22').licence).toBe('not-required');
    expect(askRecorded('nvidia-l40s', '2023-10-23').licence).toBe('required');
    expect(askRecorded('nvidia-l40s', '2023-11-17').paragraph).toBe('3A090.a');
  });

  test('RTX 4090: 3A090.a by its TPP, not for data centres, so NAC was open; not in the early notice', () => {
    const answer = askRecorded('nvidia-rtx-4090', '2023-11-17');
    expect(answer).toMatchObject({ clause: '3A090.a.1', licence: 'required' });
    expect(open(answer)).toEqual(['NAC']);
    expect(askRecorded('nvidia-rtx-4090', '2023-11-01').licence).toBe('not-required');
  });

  test('B200: Blackwell stays under presumption of denial', () => {
    expect(askRecorded('nvidia-b200', '2026-02-01', china)).toMatchObject({
      paragraph: '3A090.a',
      licence: 'required',
      policy: { kind: 'presumption-of-denial' },
    });
  });

  test('MI250X: named in AMD’s letter, 3A090.a.1 under the rule of 2023', () => {
    expect(bound(askRecorded('amd-mi250x', '2022-09-01'))).toEqual(['letters-2022-08']);
    expect(askRecorded('amd-mi250x', '2023-11-17').clause).toBe('3A090.a.1');
  });

  test('MI300X: 3A090.a, inside the window if it was on sale, in neither band', () => {
    const answer = askRecorded('amd-mi300x', '2026-02-01', { ...china, usSale: true });
    expect(answer).toMatchObject({ paragraph: '3A090.a', tariffBand: null });
    expect(answer.policy?.kind).toBe('case-by-case');
  });

  test('MI308: needed a licence from April 2025 by letter', () => {
    expect(askRecorded('amd-mi308', '2025-04-08').licence).not.toBe('required');
    expect(askRecorded('amd-mi308', '2025-04-09')).toMatchObject({ licence: 'required' });
    expect(bound(askRecorded('amd-mi308', '2025-04-09'))).toEqual(['letters-2025-04']);
  });

  test('Gaudi 3: caught by the letter of April 2025', () => {
    expect(bound(askRecorded('intel-gaudi3', '2025-04-09'))).toEqual(['letters-2025-04']);
    expect(askRecorded('intel-gaudi3', '2025-04-09').licence).toBe('required');
  });

  test('Ascend 910C: named in the guidance of May 2025', () => {
    const answer = askRecorded('ascend-910c', '2025-06-01');
    expect(answer.tpp.value).toEqual(exactly(12032));
    expect(answer.reasons.some(({ rule }) => rule === 'gp10-2025-05')).toBe(true);
  });

  test('Ascend 950: above a TPP of 4,800, so a Chinese chip of the type of 3A090.a', () => {
    for (const id of ['ascend-950pr', 'ascend-950dt'])
      expect(askRecorded(id, '2026-09-20')).toMatchObject({ verdict: 'controlled', paragraph: '3A090.a' });
  });

  test('Siyuan 590: a reported TPP just under 4,800, and the area is not known', () => {
    const answer = askRecorded('cambricon-590', '2025-06-01');
    expect(answer.tpp.value).toEqual(exactly(4493));
    expect(answer.verdict).toBe('undetermined');
  });

  test('H20: outside 3A090 by its figures, stopped by a letter', () => {
    expect(askRecorded('nvidia-h20', '2025-04-08')).toMatchObject({
      verdict: 'not-controlled',
      licence: 'not-required',
    });
    const answer = askRecorded('nvidia-h20', '2025-05-01');
    expect(answer).toMatchObject({ verdict: 'not-controlled', licence: 'required' });
    expect(answer.tpp.value).toEqual(exactly(2368));
    expect(answer.performanceDensity.value?.low).toBeCloseTo(2.91, 2);
    expect(answer.policy?.kind).toBe('licence-required');
  });

  test('L20 and L2: made to sit below the lines of 2023', () => {
    for (const id of ['nvidia-l20', 'nvidia-l2'])
      expect(askRecorded(id, '2024-06-01')).toMatchObject({
        verdict: 'not-controlled',
        licence: 'not-required',
      });
  });

  test('RTX 4090D: under the line without data centres; for them it would be 3A090.a', () => {
    expect(askRecorded('nvidia-rtx-4090d', '2024-01-15').verdict).toBe('not-controlled');
    const chip = { ...ruledChipOf(catalogue, 'nvidia-rtx-4090d'), datacentre: true };
    expect(ask(chip, '2024-01-15').clause).toBe('3A090.a.2');
  });

  test('RTX Pro 6000D: a measured floor and a use that nobody knows, so it cannot be told', () => {
    const answer = askRecorded('nvidia-rtx-pro-6000d', '2026-10-08');
    expect(answer).toMatchObject({
      verdict: 'undetermined',
      licence: 'undetermined',
      possible: ['3A090.a', '3A090.b', null],
    });
    expect(answer.tpp.value?.low).toBe(2304);
    const chip = ruledChipOf(catalogue, 'nvidia-rtx-pro-6000d');
    const at4800 = { ...chip, formats: [], statedTpp: exactly(4800) };
    for (const datacentre of [true, false, null])
      expect(ask({ ...at4800, datacentre }, '2026-10-08')).toMatchObject({
        clause: '3A090.a.1',
        licence: 'required',
      });
  });

  test('a name with variants on both sides of 4,800 cannot be told by the name alone', () => {
    const chip = { ...ruledChipOf(catalogue, 'ascend-910b'), statedTpp: { low: 4480, high: 6400 } };
    const answer = ask(chip, '2026-10-08');
    expect(answer.verdict).toBe('undetermined');
    expect(answer.decides.filter(({ of }) => of.includes('list')).map(({ input }) => input)).toContain('tpp');
    expect(ask({ ...chip, statedTpp: exactly(6400) }, '2026-10-08').paragraph).toBe('3A090.a');
  });

  test('sale in the United States that the record only assumes decides no policy', () => {
    const answer = askRecorded('nvidia-h800', '2026-02-01', china);
    expect(answer).toMatchObject({ licence: 'required', policy: { kind: 'undetermined' } });
    expect(answer.decides).toMatchObject([{ input: 'us-sale', of: ['policy'] }]);
    expect(askRecorded('nvidia-h800', '2026-02-01', { ...china, usSale: false }).policy?.kind).toBe(
      'presumption-of-denial',
    );
  });

  test('chips bound for China meet gates there, and Chinese chips do not', () => {
    const ids = (id: string, date: string, destination = 'CN') =>
      askRecorded(id, date, { destination }).otherGates.map((gate) => gate.id);
    expect(ids('nvidia-h200', '2026-01-13')).not.toContain('cn-h200-customs');
    expect(ids('nvidia-h200', '2026-01-14')).toContain('cn-h200-customs');
    expect(ids('nvidia-h200', '2026-01-14', 'SG')).not.toContain('cn-h200-customs');
    expect(ids('amd-mi300x', '2025-11-05')).toContain('cn-dc-foreign-chip-ban');
    expect(ids('ascend-910c', '2025-11-05')).not.toContain('cn-dc-foreign-chip-ban');
    expect(ids('nvidia-h20', '2024-01-01')).toEqual(['china-side-permission']);
  });
});

describe('a chip of the record as the rules see it', () => {
  test('every chip can be asked about on every day of change', () => {
    const days = ['2022-09-01', '2022-11-01', '2023-11-01', '2024-01-01', '2025-05-01', '2026-06-01'];
    for (const id of catalogue.chips.keys())
      for (const date of days) {
        const answer = askRecorded(id, date);
        expect(answer.reasons.length, `${id} ${date}`).toBeGreaterThan(0);
      }
  });

  test('bounds become intervals and units become GB/s', () => {
    const chip = ruledChipOf(catalogue, 'amd-mi300x');
    expect(chip.dramBandwidthGBs).toEqual(exactly(5300));
    expect(chip.applicableDieAreaMm2?.low).toBe(1017);
    expect(chip.applicableDieAreaMm2?.high).toBeGreaterThan(1e9);
    expect(ruledChipOf(catalogue, 'nvidia-b200').applicableDieAreaMm2).toEqual({ low: 0, high: 1716 });
  });
});
