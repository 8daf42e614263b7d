// Command vault is Vault's own command line, built with the replacements that its published module needs.
package main

import (
	"os"

	"github.com/hashicorp/vault/command"
)

func main() {
	os.Exit(command.Run(os.Args[1:]))
}
