import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  changeSettings,
  forgetBroken,
  loadBroken,
  loadSettings,
  StorageFailure,
  watchSettings,
} from '../storage/index.ts';
import type { PolicyFault } from '../storage/managed.ts';
import { loadMastered, type Mastered, watchMastered } from '../storage/mastered.ts';
import {
  layPolicy,
  loadPolicyReading,
  noPolicy,
  type PolicyReading,
  type SettingsInForce,
  watchPolicyReading,
} from '../storage/policy.ts';
import { defaults, type ReadSettings, readSettings, type Settings } from '../storage/settings.ts';

export interface SettingsState {
  /** With the team's policy laid over them. */
  settings: SettingsInForce;
  /** As the agent has set them. */
  own: Settings;
  /** What the agent has not needed for a month. */
  mastered: Mastered;
  /** What of the team's policy could not be used. */
  policyFaults: readonly PolicyFault[];
  /** Settings that could not be read and fell back to their default, now or before, until the user lets them go. */
  broken: ReadSettings['broken'];
  status: 'loading' | 'ready' | 'unreadable';
  /** The last change did not reach storage: there was no room for it, or storage did not take it. */
  failure: 'full' | 'failed' | undefined;
  /** Tries again what has failed. */
  retry: (() => Promise<void>) | undefined;
}

export type SettingsStore = StoreApi<SettingsState>;

/** A mirror of the stored settings for a page. Storage is the truth: a change goes there and comes back from there. */
export function createSettingsStore(signal: AbortSignal): SettingsStore {
  const store = createStore<SettingsState>(() => ({
    settings: layPolicy(defaults, noPolicy),
    own: defaults,
    mastered: {},
    policyFaults: [],
    broken: [],
    status: 'loading',
    failure: undefined,
    retry: undefined,
  }));
  const takePolicy = ({ policy, faults }: Pick<PolicyReading, 'policy' | 'faults'>) =>
    store.setState(({ own }) => ({ settings: layPolicy(own, policy), policyFaults: faults }));
  const take = async ({ settings: own, broken }: ReadSettings) => {
    store.setState(({ settings: { policy } }) => ({
      own,
      settings: layPolicy(own, policy),
      status: 'ready',
      ...(broken.length > 0 && { broken }),
    }));
    if (broken.length > 0) return;
    const kept = readSettings(await loadBroken()).broken;
    if (String(kept) !== String(store.getState().broken)) store.setState({ broken: kept });
  };
  watchSettings((read) => void take(read).catch(() => undefined), signal);
  watchPolicyReading(takePolicy, signal);
  const takeMastered = (mastered: Mastered) => store.setState({ mastered });
  watchMastered(takeMastered, signal);
  void loadMastered().then(takeMastered, () => undefined);
  loadPolicyReading()
    .then(takePolicy)
    .then(loadSettings)
    .then(take)
    .catch(() => store.setState({ status: 'unreadable' }));
  return store;
}

/** Changes a setting. What storage refuses is shown as `failure` and changes nothing. False when it was refused. */
export function change(store: SettingsStore, by: (settings: Settings) => Partial<Settings>): Promise<boolean> {
  return attempt(store, () => changeSettings(by));
}

/** Lets settings go that could not be read. */
export async function letBrokenGo(store: SettingsStore): Promise<void> {
  if (await attempt(store, forgetBroken)) store.setState({ broken: [] });
}

/** Does something with storage, and shows when it is refused. */
export async function attempt(store: SettingsStore, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    store.setState({ failure: undefined, retry: undefined });
    return true;
  } catch (error) {
    store.setState({
      failure: error instanceof StorageFailure && error.isFull ? 'full' : 'failed',
      retry: async () => {
        await attempt(store, act);
      },
    });
    return false;
  }
}

/** Gives a rule that has stepped down the severity that it had. */
export function takeStepsBack(store: SettingsStore, ruleId: string): Promise<boolean> {
  return change(store, ({ steppedDown: { [ruleId]: _, ...others } }) => ({ steppedDown: others }));
}

/** The agent knows of it now, and lets it be. */
export function tellStep(store: SettingsStore, ruleId: string): Promise<boolean> {
  return change(store, ({ steppedDown }) => {
    const step = steppedDown[ruleId];
    return step ? { steppedDown: { ...steppedDown, [ruleId]: { ...step, isTold: true } } } : {};
  });
}
