// What cosign signs: each form, with each kind of signer, in a folder of its own.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sandbox } from '@open-claw/sandbox'
import { mustCosign } from './cosign.ts'
import type { SigstoreServers } from './sigstore.ts'
import type { VaultServer } from './vault.ts'

/** `blob` is a signature over a file, `statement` one over a statement about it. */
export type Form = 'blob' | 'statement'

/** Who signs, who bears witness, and what a statement says where it is not the least that it can say. */
export interface CosignSigner {
  readonly args: readonly string[]
  readonly predicate?: object | undefined
  readonly env?: Readonly<Record<string, string>>
}

/** Neither a timestamp nor a log. */
const ALONE = ['--use-signing-config=false', '--tlog-upload=false']

const witnessed = ({ signingConfig, trustedRoot }: SigstoreServers): string[] => [
  `--signing-config=${signingConfig}`,
  `--trusted-root=${trustedRoot}`,
]

/** A key of Vault's transit engine, which has to exist; with `sigstore`, a timestamp and a log entry. */
export const vaultSigner = (vault: VaultServer, key: string, sigstore?: SigstoreServers): CosignSigner => ({
  args: [`--key=hashivault://${key}`, ...(sigstore === undefined ? ALONE : witnessed(sigstore))],
  env: { VAULT_ADDR: vault.address, VAULT_TOKEN: vault.rootToken },
})

/** A certificate for the job of the sandbox. */
export async function keylessSigner(sandbox: Sandbox, sigstore: SigstoreServers): Promise<CosignSigner> {
  const { token } = await sandbox.control({ op: 'mint', audience: 'sigstore' })
  return { args: [`--identity-token=${token}`, ...witnessed(sigstore)] }
}

/** SLSA provenance v1 with what it must have. */
const PREDICATE = {
  buildDefinition: { buildType: 'https://example.com/build', externalParameters: {} },
  runDetails: { builder: { id: 'https://example.com/builder' } },
}

const COMMANDS: Readonly<Record<Form, readonly string[]>> = {
  blob: ['sign-blob'],
  statement: ['attest-blob', '--type=slsaprovenance1', '--predicate=predicate.json'],
}

/** Signs `file` of `folder`, a statement where it is one, and returns the bundle as cosign wrote it. */
export async function signWithCosign(
  folder: string,
  file: string,
  form: Form,
  { args, env, predicate = PREDICATE }: CosignSigner,
): Promise<Buffer> {
  writeFileSync(join(folder, 'predicate.json'), JSON.stringify(predicate))
  const bundle = `${file}.${form}.sigstore.json`
  const more = ['--new-bundle-format=true', `--bundle=${bundle}`, file]
  await mustCosign(folder, [...COMMANDS[form], ...args, ...more], env)
  return readFileSync(join(folder, bundle))
}
