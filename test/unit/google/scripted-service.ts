import { afterAll } from '@jest/globals'
import { minting, serviceAt } from './keys.ts'
import { startScriptedKms } from './scripted-kms.ts'

/** A scripted key service for the tests of one file, and how the genuine client reaches it with `token`. */
export async function scriptedService(token: string) {
  const kms = await startScriptedKms()
  afterAll(() => kms.stop())
  return {
    kms,
    /** Methods that were asked for, in their order. */
    methods: (): string[] => kms.asked.map(([method]) => method),
    setup: () => serviceAt(`http://127.0.0.1:${kms.port}`, minting(token)),
  }
}
