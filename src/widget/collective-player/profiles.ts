import { flatProfile, type FlatProfile, type FlatRequest } from '../../model/collective/flat/flatProfile.ts';

/** Finds the profile of a schedule, or asks for it and gives null until it is there. */
export type Profiles = (request: FlatRequest) => FlatProfile | null;

/** Where profiles are worked out: here, or elsewhere in time. */
export type ProfileSource = (request: FlatRequest) => FlatProfile | Promise<FlatProfile>;

/** Profiles worked out where they are asked for, each once. */
export const profilesHere = (): Profiles => remembered(flatProfile, () => {});

/** Remembers profiles; one that fails is asked for again. @param arrived told when one has come that was waited for */
export function remembered(source: ProfileSource, arrived: () => void): Profiles {
  const known = new Map<string, FlatProfile | null>();
  return (request) => {
    const key = JSON.stringify(request);
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = source(request);
    if (!(answer instanceof Promise)) {
      known.set(key, answer);
      return answer;
    }
    known.set(key, null);
    void answer.then(
      (profile) => {
        known.set(key, profile);
        arrived();
      },
      () => known.delete(key),
    );
    return null;
  };
}
