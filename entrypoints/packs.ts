import packs from 'virtual:cando-packs';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { unfoldPacks } from '../lib/engine/folded.ts';
import { shipPacks } from '../lib/shipped-packs.ts';

/** Runs ahead of whatever needs the packs. */
export default defineUnlistedScript(() => shipPacks(unfoldPacks(packs)));
