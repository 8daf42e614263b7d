export type { Surroundings } from '@open-claw/reports'
