import { loadCatalogue } from '../../data/load.ts';
import { wholeRecord } from '../../data/wholeRecord.ts';
import { formatBandwidth, formatNumber, formatRounded } from '../../encoding/format.ts';
import { numberInWords } from '../../encoding/numberInWords.ts';
import { powersPoster } from '../../figure/powers-of-ten/poster.ts';
import { heroChip, heroChipWire, heroHall, heroMarks } from '../../figure/wire/hero.ts';
import { waySvg } from '../../figure/wire/way.ts';
import { figureStrings } from '../../locale/figureStrings.ts';
import { strings } from '../../locale/translations.ts';
import { factorOf, type Stretch } from '../../model/wire/wire.ts';
import { wireWay } from '../../placement/cable/route.ts';
import { drawingWords, lengthText } from '../../placement/flight/flightLabels.ts';
import { wordLayers } from '../../placement/label/wordLayers.ts';
import { asOfText } from '../../widget/knowledgeText.ts';
import { phrases } from '../../widget/phrases.ts';
import { standFlight } from '../../widget/powers-of-ten/machine.ts';
import { posterFrame } from '../../widget/powers-of-ten/scale.ts';
import { stopFigures } from '../../widget/powers-of-ten/select.ts';
import { statusWord, type ToldStop } from '../../widget/powers-of-ten/table.ts';
import { labelWords, lastRead } from '../../widget/powers-of-ten/text.ts';
import { flightOn } from '../../widget/powers-of-ten/twin.ts';
import { recordedWire } from './recordedWire.ts';

/** A stop of the wire with everything the page prints of it. */
export interface WireStop {
  readonly stretch: Stretch;
  readonly next: Stretch | null;
  /** How much smaller than the stretch before it is drawn. */
  readonly factor: number;
  readonly told: ToldStop;
  readonly chipsStatus: string;
  readonly reachStatus: string;
  /** Text of an SVG. */
  readonly drawing: string;
  readonly title: string;
  readonly sentence: string;
  /** Bandwidth and ports of one chip here. */
  readonly wire: string;
  /** How far from the die it ends. */
  readonly distance: string;
  /** What happens at its end. */
  readonly end: string;
}

/** A length of wire, in the unit in which one would say it: `2.5 cm`, `50 cm`, `11 m`. */
export const wireLength = (metres: number): string =>
  metres < 1 ? `${formatRounded(metres * 100, 2)}\u00a0cm` : lengthText(metres);

const spoken = (count: number) => (count <= 100 ? numberInWords(count) : formatNumber(count));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

async function prepare() {
  const whole = wholeRecord(await loadCatalogue());
  const say = phrases(figureStrings('powers-of-ten', 'en'), 'powers-of-ten');
  const tell = phrases(Object.fromEntries(strings('en')), 'wire');
  const { record, stops } = flightOn(whole, say, 'latest');
  const { props, plan } = standFlight(record.machine);
  const words = drawingWords(labelWords(record, say, (id) => say(`part.${id}.one`)));
  const wire = recordedWire(whole);
  const { counts } = record;
  const first = wire[0]!;
  const places: Readonly<Record<string, string>> = {
    perBoard: spoken(counts.perBoard),
    PerBoard: capital(spoken(counts.perBoard)),
    perCabinet: spoken(counts.perCabinet),
    PodCompute: capital(spoken(counts.podCompute)),
    Boards: capital(spoken(counts.boards)),
    podCompute: spoken(counts.podCompute),
    podSwitching: spoken(counts.podSwitching),
    pod: spoken(counts.pod),
    hall: spoken(counts.hall),
    hallCabinets: spoken(counts.hallCabinets),
    Halls: capital(spoken(counts.halls)),
    pods: spoken(counts.pods),
    thinner: spoken(Math.round(first.bandwidth / wire.at(-1)!.bandwidth)),
  };
  const all = wire.map((stretch, index): WireStop => {
    const told = stops[index]!;
    const next = wire[index + 1] ?? null;
    const ending = spoken(stretch.ports - (next?.ports ?? 0));
    const known = {
      ...places,
      ending,
      Ending: capital(ending),
      here: spoken(stretch.ports),
      remain: spoken(next?.ports ?? 0),
      rate: formatBandwidth(stretch.bandwidth),
    };
    return {
      stretch,
      next,
      factor: factorOf(wire, index),
      told,
      chipsStatus: statusWord(say, told.status),
      reachStatus: statusWord(say, told.reachStatus),
      drawing: powersPoster(props, plan, index, words, {
        frame: posterFrame,
        name: 'wire',
        layers: wordLayers('flight'),
        over: (project) => waySvg(wireWay(props, plan, index), project),
      }),
      title: tell(`title.${stretch.id}`, known),
      sentence: tell(`sentence.${stretch.id}`, known),
      wire: tell('thickness', { rate: formatBandwidth(stretch.bandwidth), ports: spoken(stretch.ports) }),
      distance: wireLength(stretch.to),
      end: tell(`end.${stretch.id}`, known),
    };
  });
  const [hall, chip] = [heroHall(props, plan), heroChip(props, plan)];
  const figures = [...new Set(Object.values(stopFigures).flat())];
  return {
    stops: all,
    hall,
    marks: heroMarks(props, plan, hall),
    chip,
    chipWire: heroChipWire(props, plan, chip),
    asOf: asOfText('latest', lastRead(record, figures)),
    counts,
  };
}

let prepared: ReturnType<typeof prepare> | undefined;

/** The wire of the home page, prepared once a build. */
export const homeWire = (): ReturnType<typeof prepare> => (prepared ??= prepare());
