// The loader, the C library, shells, and the variables that locate programs and configuration on every system.
import type { NameFact } from './fact.ts'

export const SYSTEM_NAMES: readonly NameFact[] = [
  {
    names: 'PATH PATHEXT COMSPEC SHELL CDPATH EXECIGNORE',
    reason: 'it decides which program runs',
    source: 'POSIX, Environment Variables; bash(1); Windows, cmd',
  },
  {
    names: 'LD_* GLIBC_TUNABLES',
    reason: 'the dynamic linker loads code that it names',
    source: 'ld.so(8)',
  },
  { names: 'DYLD_*', reason: 'the dynamic linker loads code that it names', source: 'dyld(1)' },
  {
    names: 'GCONV_PATH LOCPATH MUSL_LOCPATH NLSPATH MALLOC_* GETCONF_DIR',
    reason: 'the C library loads code or data that it names',
    source:
      'iconv(1); locale(7); catopen(3); mallopt(3); glibc, posix/getconf.c; musl, Environment Variables',
  },
  {
    names: 'ASAN_OPTIONS LSAN_OPTIONS MSAN_OPTIONS TSAN_OPTIONS UBSAN_OPTIONS ASAN_SYMBOLIZER_PATH',
    reason: 'a sanitised program runs a symbolizer or writes files through it',
    source: 'LLVM, SanitizerCommonFlags',
  },
  {
    names: 'LLVM_PROFILE_FILE GCOV_PREFIX GCOV_PREFIX_STRIP',
    reason: 'an instrumented program writes files through it',
    source: 'Clang, Source-based Code Coverage; gcc, Cross-profiling',
  },
  {
    names: 'DEBUGINFOD_URLS DEBUGINFOD_CACHE_PATH VALGRIND_* GDBHISTFILE',
    reason: 'a debugger loads data or writes files through it',
    source: 'debuginfod(8); valgrind(1); gdb(1)',
  },
  {
    names:
      'BASH_* BASHOPTS SHELLOPTS ENV IFS PS0 PS1 PS2 PS4 PROMPT_COMMAND INPUTRC FCEDIT HISTFILE GLOBIGNORE',
    reason: 'a shell runs or splits commands through it',
    source: 'bash(1), Shell Variables; sh(1p)',
  },
  {
    names: 'ZDOTDIR FPATH MODULE_PATH NULLCMD READNULLCMD HISTEDIT',
    reason: 'a shell loads functions or runs commands through it',
    source: 'zshparam(1); ksh(1)',
  },
  {
    names: 'FISH_FUNCTION_PATH FISH_COMPLETE_PATH DIRENV_* STARSHIP_CONFIG',
    reason: 'a shell loads functions or configuration through it',
    source: 'fish(1), Special variables; direnv(1); Starship, Configuration',
  },
  {
    names: 'PSMODULEPATH PSEXECUTIONPOLICYPREFERENCE PSMODULEANALYSISCACHEPATH',
    reason: 'PowerShell loads code through it',
    source: 'PowerShell, about_Environment_Variables',
  },
  {
    names: 'SUDO_* DOAS_* PKEXEC_*',
    reason: 'a program that changes the user runs others through it',
    source: 'sudo(8); doas(1); pkexec(1)',
  },
  {
    names:
      'HOME USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA XDG_* TMP TEMP TMPDIR PWD OLDPWD SYSTEMROOT SYSTEMDRIVE WINDIR PROGRAMFILES PROGRAMDATA USER LOGNAME',
    reason: 'programs find their configuration and files through it',
    source: 'POSIX, Environment Variables; XDG Base Directory; Windows, KNOWNFOLDERID',
  },
  {
    names: 'TERM TERMINFO TERMINFO_DIRS TERMCAP TERMPATH LANG LANGUAGE LC_* TZ TZDIR',
    reason: 'programs find their data and messages through it',
    source: 'POSIX, Environment Variables; terminfo(5); tzset(3)',
  },
  {
    names:
      'HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY FTP_PROXY RSYNC_PROXY GRPC_PROXY NO_GRPC_PROXY GLOBAL_AGENT_*',
    reason: 'it diverts network traffic',
    source: 'curl(1); rsync(1); gRPC, Environment Variables; npm global-agent',
  },
  {
    names:
      'SOCKS_SERVER SOCKS_CONF SOCKS5_SERVER PROXYCHAINS_CONF_FILE TSOCKS_CONF_FILE RES_OPTIONS LOCALDOMAIN HOSTALIASES RESOLV_*',
    reason: 'it diverts network traffic',
    source: 'tsocks(8); proxychains(1); resolver(3); gethostbyname(3); nss_files(5)',
  },
  {
    names: 'SSL_CERT_* SSL_DIR SSLKEYLOGFILE OPENSSL_* NSS_*',
    reason: 'it changes which servers are trusted, loads code or writes out session keys',
    source: 'openssl-env(7); NSS, Environment Variables',
  },
  {
    names: 'GNUTLS_* PKCS11_MODULE_PATH P11_KIT_* SOFTHSM2_CONF',
    reason: 'a cryptographic library loads code or configuration through it',
    source: 'GnuTLS, Debugging and auditing; p11-kit(8); softhsm2.conf(5); libp11',
  },
  {
    names:
      'CURL_CA_BUNDLE CURL_HOME CURL_SSL_BACKEND WGETRC SYSTEM_WGETRC HTTPLIB2_CA_CERTS REQUESTS_CA_BUNDLE NIX_*',
    reason: 'it changes which servers are trusted or which configuration is read',
    source: 'curl(1); wget(1); requests, Advanced Usage; Nix, Common Environment Variables',
  },
  {
    names: 'GRPC_*',
    reason: 'it changes which servers are trusted',
    source: 'gRPC, Environment Variables',
  },
  {
    names:
      'SIGSTORE_ROOT_* SIGSTORE_CT_LOG_* SIGSTORE_REKOR_* SIGSTORE_TSA_* TUF_ROOT TUF_MIRROR TUF_ROOT_JSON',
    reason: 'it changes what a verifier trusts',
    source: 'cosign env',
  },
  {
    names: 'COSIGN_PKCS11_MODULE_PATH COSIGN_PKCS11_IGNORE_CERTIFICATE COSIGN_REPOSITORY',
    reason: 'cosign loads code or looks for signatures elsewhere through it',
    source: 'cosign env',
  },
  {
    names: 'KRB5_CONFIG KRB5_KTNAME KRB5_TRACE KRB5CCNAME SASL_PATH SASL_CONF_PATH LDAPCONF LDAPRC LDAPTLS_*',
    reason: 'a client loads modules or trusts servers through it',
    source: 'kerberos(7); Cyrus SASL, Environment Variables; ldap.conf(5)',
  },
  {
    names:
      'GTK_MODULES GTK_PATH GIO_* GDK_PIXBUF_MODULE_FILE GST_PLUGIN_* QT_PLUGIN_PATH QT_QPA_* QML2_IMPORT_PATH MAGICK_* GDAL_DRIVER_PATH',
    reason: 'a library loads modules through it',
    source:
      'GTK and GIO, Running Applications; GStreamer; Qt, Deploying Plugins; ImageMagick, Resources; GDAL, Configuration',
  },
]
