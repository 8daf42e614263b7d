// The key URIs of every vendor, as the product knows them.
import type { KeyUri, PinnedKeyUri } from '@open-claw/core'
import { KEY_URIS } from '../../packages/wiring/src/vendors.ts'

export { KEY_URIS }

export const parseKeyUri = (text: string, input: string): KeyUri => KEY_URIS.parse(text, input)

export const parsePinned = (text: string, input: string): PinnedKeyUri => KEY_URIS.parsePinned(text, input)
