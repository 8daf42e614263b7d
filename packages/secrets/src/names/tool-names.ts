// Build tools, version control, editors, pagers, backups and the many small programs that run others.
import type { NameFact } from './fact.ts'

export const TOOL_NAMES: readonly NameFact[] = [
  {
    names:
      'CC CXX CPP LD AS AR NM RANLIB STRIP OBJCOPY OBJC FC F77 CFLAGS CXXFLAGS CPPFLAGS FFLAGS FCFLAGS LDFLAGS LDLIBS ARFLAGS CGO_* CL _CL_ LINK _LINK_ INCLUDE LIB LIBPATH',
    reason: 'a build runs the compiler or takes the options that it names',
    source: 'GNU make, Implicit Variables; cmd/cgo; MSVC, CL and LINK environment variables',
  },
  {
    names:
      'COMPILER_PATH LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH OBJC_INCLUDE_PATH GCC_EXEC_PREFIX CCACHE_* DISTCC_* ICECC_*',
    reason: 'a compiler runs programs or reads sources through it',
    source: 'gcc(1), Environment; ccache(1); distcc(1); Icecream',
  },
  {
    names: 'MAKE MAKEFLAGS MFLAGS GNUMAKEFLAGS MAKEFILES MAKESHELL NMAKE* MAKEINFO',
    reason: 'make runs programs through it',
    source: 'GNU make, Variables Used by make; NMAKE',
  },
  {
    names:
      'CMAKE_* CTEST_* NINJA_* MESON_* PKG_CONFIG* CONFIG_SITE CONFIG_SHELL ACLOCAL_PATH AUTOCONF AUTOMAKE AUTOM4TE M4 M4PATH LIBTOOL* SCONSFLAGS QMAKESPEC',
    reason: 'a build tool runs programs through it',
    source:
      'cmake-env-variables(7); ninja; Meson; pkg-config(1); Autoconf; aclocal(1); m4(1); scons(1); qmake',
  },
  {
    names:
      'BAZEL_SH BAZEL_VC BAZELISK_BASE_URL BAZELISK_FORMAT_URL BAZELISK_HOME USE_BAZEL_VERSION GUIX_PACKAGE_PATH GUIX_BUILD_OPTIONS GUIX_DAEMON_SOCKET HOMEBREW_*_DOMAIN HOMEBREW_*_GIT_REMOTE HOMEBREW_CURL_PATH HOMEBREW_CURLRC HOMEBREW_GIT_PATH HOMEBREW_EDITOR HOMEBREW_BROWSER HOMEBREW_SSH_CONFIG_PATH SDKROOT DEVELOPER_DIR TOOLCHAINS XCODE_XCCONFIG_FILE',
    reason: 'a build tool runs or downloads programs through it',
    source: 'Bazel and Bazelisk; Guix; brew(1), Environment; xcrun(1); xcode-select(1)',
  },
  {
    names: 'APT_CONFIG DPKG_* RPM_CONFIGDIR DEBCONF_*',
    reason: 'a package manager reads its configuration, which runs programs, through it',
    source: 'apt.conf(5); dpkg(1); rpm(8); debconf(7)',
  },
  {
    names:
      'GIT_* GCM_* HGRCPATH HGEDITOR HGMERGE HG SVN_EDITOR SVN_SSH CVS_RSH CVSEDITOR BZR_* JJ_CONFIG JJ_EDITOR P4EDITOR P4PAGER P4DIFF P4MERGE P4CONFIG',
    reason: 'version control runs programs through it',
    source:
      'git(1), Environment Variables; hg, environment; svn; cvs(1); bzr; Jujutsu, Config; p4, environment',
  },
  {
    names: 'GH_HOST GH_REPO GH_CONFIG_DIR GH_PAGER GH_EDITOR GH_BROWSER GH_PATH GLAMOUR_STYLE',
    reason: 'gh runs programs or talks to another server through it',
    source: 'gh help environment',
  },
  {
    names: 'GITLAB_HOST GITLAB_URI GL_HOST GLAB_CONFIG_DIR HUB_CONFIG HUB_PROTOCOL',
    reason: 'a client of a forge runs programs or talks to another server through it',
    source: 'glab, Environment variables; hub(1)',
  },
  {
    names: 'SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_AUTH_SOCK SSH_SK_PROVIDER SSH_SK_HELPER SSH_PKCS11_HELPER',
    reason: 'ssh runs programs or asks another agent through it',
    source: 'ssh(1); ssh-agent(1); ssh-add(1)',
  },
  {
    names: 'GNUPGHOME GPG_AGENT_INFO PINENTRY_USER_DATA PASSWORD_STORE_*',
    reason: 'a key manager reads its configuration, which runs programs, through it',
    source: 'gpg(1); gpg-agent(1); pass(1)',
  },
  {
    names:
      'SOPS_AGE_KEY_CMD SOPS_AGE_KEY_FILE SOPS_AGE_SSH_PRIVATE_KEY_CMD SOPS_AGE_SSH_PRIVATE_KEY_FILE SOPS_GPG_EXEC SOPS_EDITOR SOPS_CONFIG',
    reason: 'sops runs the command that it names',
    source: 'SOPS, Usage',
  },
  {
    names:
      'RESTIC_PASSWORD_COMMAND RESTIC_PASSWORD_FILE RESTIC_REPOSITORY_FILE BORG_PASSCOMMAND BORG_RSH BORG_REMOTE_PATH BORG_BASE_DIR RCLONE_CONFIG RCLONE_PASSWORD_COMMAND RCLONE_SFTP_SSH',
    reason: 'a backup runs the command or reads the file that it names',
    source: 'restic, Environment Variables; borg(1), Environment Variables; rclone, Environment Variables',
  },
  {
    names:
      'RSYNC_RSH RSYNC_CONNECT_PROG RSYNC_CHECKSUM_LIST TAR_OPTIONS TAPE GZIP BZIP2 XZ_OPT XZ_DEFAULTS ZIPOPT UNZIP',
    reason: 'an archiver runs programs through it or takes the options that it names',
    source: 'rsync(1); tar(1); gzip(1); bzip2(1); xz(1); zip(1); unzip(1)',
  },
  {
    names: 'EDITOR VISUAL SUDO_EDITOR ALTERNATE_EDITOR SYSTEMD_EDITOR KUBE_EDITOR BROWSER',
    reason: 'programs start the editor or the browser that it names',
    source: 'environ(7); emacsclient(1); systemctl(1); kubectl edit; xdg-open(1)',
  },
  {
    names: 'VIM VIMRUNTIME VIMINIT GVIMINIT EXINIT MYVIMRC NVIM_* EMACSLOADPATH EMACSDATA EMACSPATH',
    reason: 'an editor loads code through it',
    source: 'vim, starting; nvim(1); ex(1p); Emacs, General Variables',
  },
  {
    names:
      'PAGER MANPAGER SYSTEMD_PAGER SYSTEMD_LESS BAT_PAGER BAT_CONFIG_* BAT_OPTS DELTA_PAGER DELTA_FEATURES MOST_* MORE',
    reason: 'programs start the pager that it names',
    source: 'environ(7); man(1); systemd(1); bat(1); delta, Environment; most(1); more(1)',
  },
  {
    names: 'LESS LESSOPEN LESSCLOSE LESSEDIT LESSECHO LESSKEY* LESSGLOBALTAGS LESSMETA* LESSHISTFILE',
    reason: 'less runs commands through it',
    source: 'less(1), Environment Variables',
  },
  {
    names: 'MANPATH MANOPT MANROFFOPT MANROFFSEQ GROFF_* TEXINPUTS TEXMF* FONTCONFIG_*',
    reason: 'a formatter runs programs or reads files through it',
    source: 'man(1); groff(1); kpathsea; fontconfig',
  },
  {
    names: 'FZF_* RIPGREP_CONFIG_PATH PARALLEL PARALLEL_HOME PARALLEL_SHELL SCREENRC TMUX_TMPDIR',
    reason: 'a tool runs commands through it or takes the options that it names',
    source: 'fzf(1); rg(1); parallel(1); screen(1); tmux(1)',
  },
  {
    names:
      'PSQLRC PSQL_EDITOR* PSQL_PAGER PSQL_HISTORY PGSERVICE PGSERVICEFILE PGSYSCONFDIR PGPASSFILE PGSSL* PGGSSLIB PGOPTIONS PGLOCALEDIR',
    reason: 'a client of PostgreSQL runs commands, reads files or changes whom it trusts through it',
    source: 'psql(1); libpq, Environment Variables',
  },
  {
    names: 'MYSQL_HOME MYSQL_TEST_LOGIN_FILE MYSQL_GROUP_SUFFIX LIBMYSQL_* MARIADB_PLUGIN_DIR',
    reason: 'a client of MySQL loads code or reads options through it',
    source: 'MySQL, Environment Variables; C API, Client Plugins',
  },
  {
    names:
      'ORACLE_HOME TNS_ADMIN SQLPATH ORACLE_PATH ODBCINI ODBCSYSINI ODBCINSTINI FREETDS FREETDSCONF SNOWFLAKE_HOME REDISCLI_RCFILE SQLITE_HISTORY',
    reason: 'a client of a database loads drivers or runs statements through it',
    source: 'SQL*Plus; unixODBC; FreeTDS; Snowflake CLI; redis-cli; sqlite3(1)',
  },
]
