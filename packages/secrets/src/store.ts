// The port to a store of secrets.

/** A secret as the store holds it, before a pointer is applied. */
export interface RevealedSecret {
  readonly bytes: Uint8Array
  /** The version that was read, even if `latest` was requested. */
  readonly version: string
}

/** A store of the secrets that `Version` names. */
export interface SecretStore<Version> {
  /** Fetches a secret. Throws SECRET_NOT_FOUND, SECRET_FORBIDDEN, SECRET_UNUSABLE, SECRET_CORRUPT or SECRET_FAILED. */
  readonly reveal: (version: Version) => Promise<RevealedSecret>
}

/** Stores by scheme. `Versions` has the version type of each scheme; `Access` opens a store. */
export type StoreRows<Versions, Access> = {
  readonly [S in keyof Versions]: { readonly open: (access: Access) => SecretStore<Versions[S]> }
}

/** Uses the store of each version's scheme, and opens it for the first of its secrets. */
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
