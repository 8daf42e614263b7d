// Every peer and server once: the pinned version, how it is built and how it names its own version.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

interface ToolFact {
  readonly version: string
  readonly how:
    /** `go install`; `binary` is what Go calls the program. */
    | { readonly kind: 'go'; readonly source: string; readonly binary: string }
    /** `go build` of `source` in a module of its own, which makes up for what the published one lacks. */
    | { readonly kind: 'go-module'; readonly folder: string; readonly source: string; readonly tags: string }
    /** A virtual environment; `module` is what `python -m` runs. */
    | { readonly kind: 'python'; readonly packages: readonly string[]; readonly module: string }
  /** Arguments with which it prints its version. */
  readonly asked: readonly string[]
}

const go = (version: string, source: string, binary: string, asked: string): ToolFact => ({
  version,
  how: { kind: 'go', source, binary },
  asked: [asked],
})

export const TOOLS = {
  act: go('v0.2.89', 'github.com/nektos/act', 'act', '--version'),
  cosign: go('v3.1.3', 'github.com/sigstore/cosign/v3/cmd/cosign', 'cosign', 'version'),
  fulcio: go('v1.8.8', 'github.com/sigstore/fulcio', 'fulcio', 'version'),
  // 2.1.4 and later need a newer Go.
  'timestamp-server': go(
    'v2.1.3',
    'github.com/sigstore/timestamp-authority/v2/cmd/timestamp-server',
    'timestamp-server',
    'version',
  ),
  // 2.4 and later need a newer Go.
  'rekor-tiles': go(
    'v2.3.0',
    'github.com/sigstore/rekor-tiles/v2/cmd/rekor-server/posix',
    'posix',
    'version',
  ),
  // The module has the replacements that Vault's own go.mod makes, which `go install` refuses.
  vault: {
    version: 'v1.21.1',
    how: { kind: 'go-module', folder: 'test/interop/tools/vault', source: '.', tags: 'minimal' },
    asked: ['version'],
  },
  ministack: {
    version: '1.5.33',
    how: { kind: 'python', packages: ['ministack==1.5.33', 'cryptography==50.0.2'], module: 'ministack' },
    asked: [
      '-c',
      'from importlib.metadata import version; print(version("ministack"), version("cryptography"))',
    ],
  },
} as const satisfies Record<string, ToolFact>

export type ToolName = keyof typeof TOOLS

const isTool = (name: string): name is ToolName => Object.hasOwn(TOOLS, name)

export const TOOL_NAMES: readonly ToolName[] = Object.keys(TOOLS).filter(isTool)

/** Where the tools are kept: outside of the repository, so that a fresh clone need not build them again. */
export const TOOLS_FOLDER: string = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'open-claw',
  'interop',
)

/** The program, or the virtual environment of a Python tool. */
export const toolPath = (name: ToolName): string => join(TOOLS_FOLDER, `${name}-${TOOLS[name].version}`)

/** What is run: the program, or the interpreter of a virtual environment. */
export const programOf = (name: ToolName): string =>
  TOOLS[name].how.kind === 'python' ? join(toolPath(name), 'bin', 'python') : toolPath(name)

export const isBuilt = (name: ToolName): boolean => existsSync(programOf(name))
