import { openTeam } from '../../lib/storage/team-db.ts';
import { createIntake } from '../../lib/team/intake.ts';
import { type Port, serveIntake } from '../../lib/team/link.ts';

serveIntake(globalThis as unknown as Port, createIntake(openTeam()));
