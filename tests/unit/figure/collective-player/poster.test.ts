import { describe, expect, test } from 'vitest';
import { lanesSvg } from '../../../../src/figure/collective-player/lanes.ts';
import { playerPoster } from '../../../../src/figure/collective-player/poster.ts';
import { balance, sizesSvg } from '../../../../src/figure/collective-player/sizes.ts';
import { wordMargins } from '../../../../src/figure/collective-player/words.ts';
import { projector } from '../../../../src/placement/view/camera.ts';
import { playerCamera } from '../../../../src/placement/wheel/playerPicture.ts';
import { memberAt } from '../../../../src/placement/wheel/wheel.ts';
import { drawingOf } from '../../widget/collective-player/played.ts';

const frames = [
  { width: 1120, height: 630 },
  { width: 720, height: 450 },
  { width: 375, height: 375 },
] as const;
const states = [
  '',
  'systems=gb200-nvl72',
  'systems=hgx-h100,gb200-nvl72,tpu-v4-pod,atlas-960-superpod-15488&algorithm=hierarchical&time=10',
  'systems=hgx-h100&ranks=4&time=35',
];

describe.each(states)('the drawing of %s', (state) => {
  test.each(frames)('stands whole above its bars of time at $width pixels', (frame) => {
    const drawing = drawingOf(state);
    const towers = drawing.towers.map(({ tower }) => tower);
    const margins = wordMargins(drawing);
    const project = projector(playerCamera(towers, drawing.solids, frame, margins), frame);
    for (const wheel of towers.flatMap(({ wheels }) => wheels))
      for (let index = 0; index < wheel.drawn; index++) {
        const [x, y] = project(...memberAt(wheel, index));
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(frame.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(frame.height - margins.bottom + 1);
      }
  });

  test('has no number that is none', () => {
    expect(playerPoster(drawingOf(state), frames[0])).not.toMatch(/NaN|Infinity|undefined/);
  });
});

test('a link is the wider the more bytes it carries, and one that idles is the thinnest', () => {
  const widths = (time: string) =>
    [
      ...playerPoster(
        drawingOf(`systems=atlas-950-superpod-8192&algorithm=hierarchical&time=${time}`),
        frames[0],
      ).matchAll(/player-link player-(?:copper|light)( player-idle)?" stroke-width="([\d.]+)"/g),
    ].map(([, idle, width]) => ({ idle: idle !== undefined, width: Number(width) }));
  const first = widths('1');
  const busy = first.filter(({ idle }) => !idle);
  expect(busy.length).toBeGreaterThan(0);
  for (const { width } of first.filter(({ idle }) => idle)) expect(width).toBeLessThan(busy[0]!.width);
});

describe('the bars of time', () => {
  const svgOf = (sending: number) =>
    lanesSvg(
      {
        lanes: [
          { row: 'run-1', title: 'a', details: ['b'], stretches: [{ from: 0, to: 0.5, steps: 4, sending }] },
        ],
        now: 0.25,
        clock: 'at 1 s',
        end: '4 s',
      },
      { width: 1000, height: 400 },
      0,
    );
  const high = (svg: string) =>
    Number(/class="player-sends" d="M\S+ \S+h[\d.]+v([\d.]+)/.exec(svg)?.[1] ?? 0);

  test('are filled as high as bytes flow, as long as the run takes', () => {
    expect(high(svgOf(0.5)) / high(svgOf(1))).toBeCloseTo(0.5, 1);
    expect(high(svgOf(0))).toBe(0);
    expect(/class="player-waits" d="M0 \S+h([\d.]+)/.exec(svgOf(1))![1]).toBe('500');
  });

  test('tell steps apart where there is room', () => {
    expect(svgOf(1).match(/M(?:125|250|375) /g)?.length).toBeGreaterThanOrEqual(3);
  });
});

test('a line of sizes is thin until bytes flow for half of the time', () => {
  const line = { title: 'a', waitSeconds: 1e-3, secondsPerByte: 1e-9 };
  expect(balance(line)).toBeCloseTo(1e6);
  const svg = sizesSvg({
    lines: [line],
    curves: [],
    measured: [{ bytes: 1e6, seconds: 3e-3 }],
    bytes: 1e5,
    words: { waiting: 'w', sending: 's', measured: 'm', bytes: 'b' },
    byteTicks: [],
    timeText: String,
  });
  const ends = (name: string) =>
    [...svg.matchAll(new RegExp(`class="${name}" d="M([\\d.]+) [^"]*?([\\d.]+) [\\d.]+"`, 'g'))][0]!;
  expect(Number(ends('player-line')[2])).toBeCloseTo(Number(ends('player-line player-flows')[1]), 0);
  expect(svg).toContain('player-measured');
});
