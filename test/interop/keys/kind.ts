// A key service as the actions are pointed at it.
import type { Algorithm } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import type { Server } from '../servers/server.ts'
import type { ToolName } from '../tools/table.ts'

export interface KeyKind {
  /** The service, and whose server it is. */
  readonly name: string
  /** What has to be built for it. */
  readonly tools: readonly ToolName[]
  /** What its keys sign with. */
  readonly algorithms: readonly Algorithm[]
  start(sandbox: Sandbox): Promise<OpenKeys>
}

export interface OpenKeys extends Server {
  /** Variables of the machine that the job runs on. */
  readonly variables?: Readonly<Record<string, string>>
  /** Inputs with which an action signs by a key of `algorithm`. */
  inputs(algorithm: Algorithm): Promise<Readonly<Record<string, string>>>
}
