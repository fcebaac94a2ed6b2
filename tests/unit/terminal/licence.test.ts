import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { licence } from '../../../src/terminal/licence.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const text = (line: string): string => licence.run(words(line)) as string;
const answer = (line: string): Record<string, unknown> =>
  JSON.parse(text(`${line} --json`)) as Record<string, unknown>;

describe('licence', () => {
  it('answers for a chip of the record in the keys of the contract', () => {
    const h20 = answer('--chip nvidia-h20 --date 2025-05-01 --destination CN');
    expect(h20).toMatchObject({
      tpp: 2368,
      verdict: 'not-controlled',
      paragraph: null,
      licence: 'required',
      exceptions: [],
      letters: ['letters-2025-04'],
      tariff_band: null,
      after_evidence: false,
    });
    expect(h20['performance_density']).toBeCloseTo(2368 / 814, 10);
    for (const key of ['io_gb_s', 'dram_gb_s', 'clause', 'possible', 'policy', 'other_gates', 'caveats', 'letters_undetermined'])
      expect(h20).toHaveProperty(key);
    const reasons = h20['reasons'] as Record<string, unknown>[];
    expect(reasons.length).toBeGreaterThan(4);
    for (const reason of reasons) {
      expect(Object.keys(reason)).toEqual(expect.arrayContaining(['clause', 'rule', 'text', 'met', 'source']));
      expect(reason['source']).toMatch(/^https?:/);
    }
  }); // prettier-ignore

  it('answers for figures, several formats, and ranges', () => {
    const exact = answer(
      '--format int8:296:8 --format fp16:148:16 --die-area-mm2 814 --dram-bandwidth 4TB/s --io-bandwidth 900GB/s --datacenter true --maker NVIDIA --date 2025-05-01 --destination CN',
    );
    expect(exact).toMatchObject({ tpp: 2368, dram_gb_s: 4000, io_gb_s: 900, licence: 'required' });
    const range = answer(
      '--format fp8:300..400:8 --die-area-mm2 ..1000 --datacenter true --maker Google --date 2024-05-01 --destination CN',
    );
    expect(range).toMatchObject({
      tpp: null,
      tpp_range: { low: 2400, high: 3200 },
      performance_density: null,
      performance_density_range: { low: 2.4, high: null },
      verdict: 'controlled',
      possible: ['3A090.a', '3A090.b'],
      io_gb_s: null,
      io_gb_s_range: null,
    });
    expect(exact['tpp_range']).toEqual({ low: 2368, high: 2368 });
  });

  it('puts figures before those of a chip', () => {
    const line = '--date 2024-05-01 --destination cn';
    expect(answer(`--chip nvidia-h20 ${line}`)).toMatchObject({ verdict: 'not-controlled' });
    expect(answer(`--chip nvidia-h20 --die-area-mm2 740 ${line}`)).toMatchObject({ clause: '3A090.b.2' });
    expect(answer(`--chip nvidia-h20 --format int8:600:8 ${line}`)).toMatchObject({ tpp: 4800 });
  });

  it('takes a floor, a disputed use and an assumption of the record for what they are, and names what decides', () => {
    const line = '--chip nvidia-rtx-pro-6000d --date 2026-10-08 --destination CN --route us';
    const open = answer(line);
    expect(open).toMatchObject({ tpp: null, tpp_range: { low: 2304, high: null }, verdict: 'undetermined', licence: 'undetermined' });
    const decides = open['decides'] as { input: string; of: string[]; text: string }[];
    expect(decides.filter(({ of }) => of.includes('list')).map(({ input }) => input).sort()).toEqual(['datacentre', 'tpp']);
    expect(decides.find(({ input }) => input === 'tpp')!.text).toContain('at least 2,304');
    // From 4,800 on it is caught whatever its use; below that its use decides.
    expect(answer(`${line} --format int8:600:8`)).toMatchObject({ verdict: 'controlled', clause: '3A090.a.1', licence: 'required' });
    expect(answer(`${line} --format int8:320:8 --datacenter false`)).toMatchObject({ verdict: 'not-controlled' });
    expect(answer(`${line} --format int8:320:8 --datacenter true`)).toMatchObject({ clause: '3A090.b.1' });
    expect(text(line)).toMatch(/turns on +Of TPP only this is known: at least 2,304/);
  }); // prettier-ignore

  it('prints computed figures in the digits that their inputs have', () => {
    const shown = text('--chip nvidia-h20 --date 2025-05-01 --destination CN');
    expect(shown).toContain('performance density  2.91 TPP/mm2');
    expect(shown).not.toContain('2.909');
    expect(text('--chip nvidia-a100 --date 2025-05-01 --destination CN')).toContain('6.04 TPP/mm2');
    // 2,559.68 over 800 is 3.1996, which misses a line of 3.2 that 3.20 would meet.
    expect(text('--format int8:319.96:8 --die-area-mm2 800 --datacenter true --date 2025-05-01 --destination CN')).toContain('3.1996 TPP/mm2');
  }); // prettier-ignore

  it('judges a memory by itself', () => {
    const line = '--stack-bandwidth 819 --stack-area-mm2 110 --date 2025-05-01 --destination CN';
    expect(answer(line)).toMatchObject({ verdict: 'controlled', paragraph: '3A090.c', licence: 'required' });
  });

  it('takes where the buyer sits, the route and the sale', () => {
    const line = '--chip nvidia-h200 --date 2026-03-01';
    expect(answer(`${line} --destination CN --route us`)['policy']).toMatch(/^case by case/);
    expect(answer(`${line} --destination CN --route other`)['policy']).toBe('presumption of denial');
    expect(answer(`${line} --destination CN --route us --us-sale false`)['policy']).toBe('presumption of denial');
    expect(answer(`${line} --destination CN`)['policy']).toContain('case by case');
    expect(answer(`${line} --destination SG --parent CN`)).toMatchObject({ licence: 'required', policy: 'presumption of denial' });
    expect(answer(`${line} --destination SG`)).toMatchObject({ licence: 'undetermined' });
    expect(answer(`${line} --destination CN --route us`)).toMatchObject({ tariff_band: 'band-1' });
  }); // prettier-ignore

  it('prints a table to read', () => {
    const shown = text('--chip nvidia-h20 --date 2025-05-01 --destination CN');
    expect(shown).toMatch(/TPP +2,368 TPP/);
    expect(shown).toMatch(/letters +letters-2025-04 binds/);
    expect(shown).toContain('- 3A090.a.1 (ifr-2023-10)');
    expect(shown).toContain('not legal advice');
  });

  test.each([
    ['--chip nvidia-h21 --date 2025-05-01 --destination CN', '--chip is "nvidia-h21"'],
    ['--chip nvidia-h20 --destination CN', '--date is missing'],
    ['--chip nvidia-h20 --date 2025-02-29 --destination CN', '--date is "2025-02-29"'],
    ['--chip nvidia-h20 --date 2025-05 --destination CN', '--date is "2025-05"'],
    ['--chip nvidia-h20 --date 2025-05-01 --destination China', '--destination is "China"'],
    ['--date 2025-05-01 --destination CN --format int8:296', '--format is "int8:296"'],
    ['--date 2025-05-01 --destination CN --format int8:-3:8', '--format is "-3"'],
    ['--date 2025-05-01 --destination CN --format int8:296:0', '--format is "0"'],
    ['--date 2025-05-01 --destination CN --die-area-mm2 0', '--die-area-mm2 is "0"'],
    ['--date 2025-05-01 --destination CN --die-area-mm2 900..800', '--die-area-mm2 is "900..800"'],
    ['--date 2025-05-01 --destination CN --dram-bandwidth 4GiB', '--dram-bandwidth is "4GiB"'],
    ['--date 2025-05-01 --destination CN --datacenter maybe', '--datacenter is "maybe"'],
    ['--date 2025-05-01 --destination CN --route sea', '--route is "sea"'],
    ['--date 2025-05-01 --destination CN --cases x.yaml', '--date is "2025-05-01"'],
    ['--cases missing.yaml', '--cases is "missing.yaml"'],
  ])('refuses %s', (line, message) => {
    expect(() => text(line)).toThrow(RangeError);
    expect(() => text(line)).toThrow(message);
  });
});

describe('licence --cases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (yaml: string) => {
    const path = join(folder, 'cases.yaml');
    writeFileSync(path, yaml);
    return JSON.parse(text(`--cases ${path} --json`)) as Record<string, unknown>[];
  };

  it('answers each with its id, by figures or by chip, whatever is left out', () => {
    const answers = run(`
- id: by-figures
  date: 2024-05-01
  destination: CN
  parent: null
  maker: Intel
  route: us
  us_sale: null
  inputs:
    formats:
      - { label: FP8, bits: 8, dense_tops: 400 }
      - { label: INT4, bits: 4, dense_tops: null }
    die_area_mm2: 1000
    io_gb_s_bidirectional: null
    dram_gb_s: { low: 1000, high: 2000 }
    datacentre: true
    die_area_basis: published
- { id: by-chip, chip: nvidia-h200, date: '2026-03-01', destination: CN, route: us }
- { id: bare, date: '2024-05-01' }
- { id: amd-mi308, date: '2025-05-01', destination: CN, maker: AMD, inputs: { formats: [] } }
`);
    expect(answers.map(({ id }) => id)).toEqual(['by-figures', 'by-chip', 'bare', 'amd-mi308']);
    // A format whose rate is not known may reach any TPP, but 3,200 and 3.2 are reached without it.
    expect(answers[0]).toMatchObject({ tpp: null, tpp_range: { low: 3200, high: null }, verdict: 'controlled', paragraph: null });
    expect(answers[1]).toMatchObject({ tpp: 15832, tariff_band: 'band-1' });
    expect(answers[2]).toMatchObject({ tpp: null, verdict: 'undetermined', licence: 'undetermined' });
    expect(answers[3]).toMatchObject({ licence: 'required', letters: ['letters-2025-04'] });
  }); // prettier-ignore

  it('reads without --json, and a list under a key', () => {
    const path = join(folder, 'keyed.yaml');
    writeFileSync(path, "cases: [{ id: one, chip: nvidia-h20, date: '2025-05-01', destination: CN }]");
    expect(text(`--cases ${path}`)).toMatch(/^one\n/);
  });

  test.each([
    ['- { id: a, date: 2024-13-01 }', 'case a: date is "2024-13-01"'],
    ['- { id: a }', 'date'],
    ['- { id: a, date: 2024-01-01, chip: h100 }', 'case a: chip is "h100"'],
    ['- { id: a, date: 2024-01-01, route: ship }', 'us, other'],
    ['- { id: a, date: 2024-01-01, inputs: { die_area_mm2: 0 } }', 'case a: inputs.die_area_mm2 is "0"'],
    ['- { id: a, date: 2024-01-01, inputs: { formats: [{ bits: 8, dense_tops: -1 }] } }', 'dense_tops is "-1"'],
    ['- { id: a, date: 2024-01-01, inputs: { formats: [{ bits: 2.5, dense_tops: 1 }] } }', 'bits is "2.5"'],
    ['just words', '--cases'],
  ])('refuses %s', (yaml, message) => {
    expect(() => run(yaml)).toThrow(RangeError);
    expect(() => run(yaml)).toThrow(message);
  }); // prettier-ignore
});
