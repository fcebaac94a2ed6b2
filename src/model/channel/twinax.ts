import { requirePositive, type LossPerMetre } from './loss.ts';

/** A pair of insulated wires in a shield. */
export interface Twinax {
  /** Gauge of the wires, AWG. */
  readonly gauge: number;
  /** Delay of the cable, s/m. */
  readonly delay: number;
  /** Loss tangent of its insulation. */
  readonly lossTangent: number;
}

/** Speed of light, m/s. */
const lightSpeed = 299_792_458;
/** Magnetic constant, H/m. */
const magnetic = 4e-7 * Math.PI;
/** Resistivity of annealed copper at 20 °C, ohm metres (IEC 60028). */
const resistivity = 1.7241e-8;
/** Impedance of a pair, ohms, as cables for fast lanes have it. */
const pairImpedance = 100;
/** Impedance of free space over 2π, ohms. */
const coaxial = (magnetic * lightSpeed) / (2 * Math.PI);
const decibelsPerNeper = 20 / Math.LN10;

/** Diameter of a wire, metres, by the rule of ASTM B258. @throws RangeError outside 0 to 40 AWG */
export function wireDiameter(gauge: number): number {
  if (!Number.isFinite(gauge) || gauge < 0 || gauge > 40)
    throw new RangeError(`gauge is ${gauge}: allowed: 0 to 40 AWG`);
  return 0.127e-3 * 92 ** ((36 - gauge) / 39);
}

/**
 * Loss of a twinaxial pair. Each half is taken as a coaxial line of half the pair's impedance: copper loses R / 2Z along wire
 * and shield, R from the skin depth, which grows with the square root of the frequency; the insulation loses π f τ tan δ,
 * which grows with the frequency (the low-loss line and the coaxial line of transmission-line theory). Roughness, the lay of
 * the shield and bends are left out, and so is skew.
 * @throws RangeError for a gauge outside 0 to 40, or a delay or loss tangent that is not above zero
 */
export function twinaxLoss({ gauge, delay, lossTangent }: Twinax): LossPerMetre {
  const wire = wireDiameter(gauge);
  requirePositive('delay', delay, 's/m');
  requirePositive('lossTangent', lossTangent, '');
  const impedance = pairImpedance / 2;
  const index = delay * lightSpeed;
  const shield = wire * Math.exp((impedance * index) / coaxial);
  return (frequency) => {
    requirePositive('frequency', frequency, 'Hz');
    const surface = Math.sqrt(Math.PI * frequency * magnetic * resistivity);
    const resistance = (surface / Math.PI) * (1 / wire + 1 / shield);
    const copper = resistance / (2 * impedance);
    const insulation = Math.PI * frequency * delay * lossTangent;
    return decibelsPerNeper * (copper + insulation);
  };
}
