// What a room may import. Its floor is in its package.json.
import { ROOMS, type Room } from '../rooms.ts'

/** Rooms that see less than their floor allows, and why. */
const NARROWED: Readonly<Record<string, { readonly sees: readonly string[]; readonly why: string }>> = {
  usecases: {
    sees: ['core', 'files', 'policy', 'secrets', 'sigstore'],
    why: 'a use-case has values and ports, and knows neither a host nor a vendor',
  },
  sandbox: { sees: ['core'], why: 'a cloud that shares code with its clients shares their mistakes' },
}

/** The modules of Node.js that core may use: functions of bytes. No network, no clock, no process, no file system. */
export const PURE_BUILTINS = ['buffer', 'crypto'] as const

/** Returns the rooms that `room` may import. */
export const visibleFrom = ({ name, floor }: Room): readonly string[] =>
  NARROWED[name]?.sees ?? ROOMS.filter((other) => other.floor < floor).map((other) => other.name)
