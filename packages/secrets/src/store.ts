// The port to a store of secrets.

/** A secret as the store holds it; a pointer has not been applied. */
export interface RevealedSecret {
  readonly bytes: Uint8Array
  /** The version that was read, also where `latest` was asked for. */
  readonly version: string
}

/** A store of what `Version` names. */
export interface SecretStore<Version> {
  /** Throws SECRET_NOT_FOUND, SECRET_FORBIDDEN, SECRET_UNUSABLE, SECRET_CORRUPT or SECRET_FAILED. */
  readonly reveal: (version: Version) => Promise<RevealedSecret>
}

/** Stores by scheme. `Versions` has what each scheme names, `Access` what a store is reached by. */
export type StoreRows<Versions, Access> = {
  readonly [S in keyof Versions]: { readonly open: (access: Access) => SecretStore<Versions[S]> }
}

/** Asks the store of each version's scheme, and opens it when the first of its secrets is asked for. */
export function storeByScheme<Versions, Access>(rows: StoreRows<Versions, Access>, access: Access) {
  const opened: { [S in keyof Versions]?: SecretStore<Versions[S]> } = {}
  return {
    reveal: <S extends keyof Versions>(
      version: Versions[S] & { readonly scheme: S },
    ): Promise<RevealedSecret> => {
      const store = (opened[version.scheme] ??= rows[version.scheme].open(access))
      return store.reveal(version)
    },
  }
}
