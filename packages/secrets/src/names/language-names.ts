// Interpreters, runtimes, and the package tools that belong to them.
import type { NameFact } from './fact.ts'

export const LANGUAGE_NAMES: readonly NameFact[] = [
  {
    names:
      'NODE_* TS_NODE_* TSX_TSCONFIG_PATH ELECTRON_RUN_AS_NODE ELECTRON_OVERRIDE_DIST_PATH ELECTRON_MIRROR ELECTRON_CUSTOM_*',
    reason: 'Node.js loads code or certificates through it',
    source: 'node(1), Environment Variables; Electron, Environment Variables; ts-node and tsx, Configuration',
  },
  {
    names: 'NPM_CONFIG_* PNPM_HOME PNPM_CONFIG_* YARN_* COREPACK_* BUN_* DENO_*',
    reason: 'a package tool of JavaScript loads code or changes its registry through it',
    source:
      'npm, config; pnpm, Settings; Yarn, Configuration; Corepack, Environment Variables; Bun and Deno, Environment Variables',
  },
  {
    names:
      'NVM_DIR NVM_BIN NVM_NODEJS_ORG_MIRROR N_PREFIX N_NODE_MIRROR FNM_DIR FNM_NODE_DIST_MIRROR VOLTA_HOME NODENV_ROOT NODENV_VERSION ASDF_DIR ASDF_DATA_DIR ASDF_CONFIG_FILE MISE_CONFIG_* MISE_DATA_DIR',
    reason: 'a version manager chooses or downloads programs through it',
    source: 'nvm, n, fnm, Volta, nodenv, asdf and mise: Configuration',
  },
  {
    names:
      'ESBUILD_BINARY_PATH SASS_BINARY_* SENTRYCLI_CDNURL PUPPETEER_EXECUTABLE_PATH PUPPETEER_DOWNLOAD_BASE_URL PLAYWRIGHT_BROWSERS_PATH PLAYWRIGHT_DOWNLOAD_HOST CYPRESS_INSTALL_* CYPRESS_RUN_BINARY CHROME_BIN CHROME_PATH CHROMEDRIVER_FILEPATH CHROMEDRIVER_CDNURL',
    reason: 'a tool of JavaScript runs or downloads a program through it',
    source: 'esbuild, node-sass, sentry-cli, Puppeteer, Playwright, Cypress and Karma: Installation',
  },
  {
    names: 'PYTHON* VIRTUAL_ENV IPYTHONDIR JUPYTER_PATH JUPYTER_CONFIG_* JUPYTER_DATA_DIR MPLCONFIGDIR',
    reason: 'Python loads code through it',
    source: 'python(1), Environment Variables; IPython and Jupyter, Directories',
  },
  {
    names:
      'PIP_* PIPX_* PIPENV_* UV_* CONDA_* MAMBA_ROOT_PREFIX MAMBA_EXE PYENV_ROOT PYENV_VERSION PDM_CONFIG_FILE PDM_PYPI_URL HATCH_CONFIG HATCH_PYTHON HATCH_INDEX_REPO TOX_* SETUPTOOLS_* DISTUTILS_*',
    reason: 'a package tool of Python loads code or changes its index through it',
    source: 'pip, pipx, Pipenv, uv, conda, pyenv, PDM, Hatch, tox and setuptools: Environment Variables',
  },
  {
    names:
      'POETRY_HOME POETRY_CONFIG_DIR POETRY_REPOSITORIES_* TWINE_REPOSITORY TWINE_REPOSITORY_URL TWINE_CERT',
    reason: 'a package tool of Python sends packages and credentials elsewhere through it',
    source: 'Poetry, Configuration; Twine, Environment Variables',
  },
  {
    names: 'PYTEST_ADDOPTS PYTEST_PLUGINS DJANGO_SETTINGS_MODULE FLASK_APP CELERY_CONFIG_MODULE',
    reason: 'a program in Python loads the module that it names',
    source: 'pytest, Django, Flask and Celery: Configuration',
  },
  {
    names: 'PERL5* PERLLIB PERL_* PERLDB_OPTS PERLDOC* HARNESS_* ACKRC ACK_*',
    reason: 'Perl loads code through it',
    source: 'perlrun(1); perldebug(1); perldoc(1); Test::Harness(3pm); ack(1)',
  },
  {
    names:
      'RUBYOPT RUBYLIB RUBYPATH RUBYSHELL RUBYGEMS_GEMDEPS BUNDLE_* BUNDLER_EDITOR BUNDLER_VERSION BUNDLER_ORIG_* GEM_* GEMRC RBENV_ROOT RBENV_VERSION RVM_* IRBRC RI_PAGER SPEC_OPTS',
    reason: 'Ruby loads code through it',
    source: 'ruby(1); bundle-config(1); gem(1); rbenv, RVM, irb(1), ri(1) and RSpec',
  },
  {
    names:
      'PHPRC PHP_INI_* XDEBUG_CONFIG XDEBUG_MODE XDEBUG_TRIGGER COMPOSER COMPOSER_HOME COMPOSER_BIN_DIR COMPOSER_VENDOR_DIR COMPOSER_MIRROR_PATH_REPOS',
    reason: 'PHP loads code through it',
    source: 'PHP, The configuration file; Xdebug, Settings; Composer, Environment variables',
  },
  {
    names:
      'LUA_* LUAROCKS_CONFIG TCLLIBPATH TCL_LIBRARY TK_LIBRARY AWKPATH AWKLIBPATH GUILE_* PLTADDONDIR PLTUSERHOME',
    reason: 'an interpreter loads code through it',
    source: 'lua(1); LuaRocks, Config file format; tclvars(n); gawk(1); guile(1); Racket, Init Libraries',
  },
  {
    names:
      'R_PROFILE* R_ENVIRON* R_LIBS* R_HOME JULIA_* ERL_* ERLC_* ELIXIR_ERL_OPTIONS MIX_HOME MIX_ARCHIVES MIX_EXS MIX_PATH MIX_DEPS_PATH MIX_REBAR* HEX_MIRROR* HEX_CDN REBAR_CONFIG REBAR_GLOBAL_CONFIG_DIR',
    reason: 'an interpreter loads code through it',
    source: 'R, Startup; Julia, Environment Variables; erl(1); mix help; hex, config; Rebar3',
  },
  {
    names:
      'GHCRTS GHC_PACKAGE_PATH GHC_ENVIRONMENT STACK_ROOT STACK_YAML STACK_CONFIG CABAL_CONFIG CABAL_DIR OCAMLPATH OCAMLRUNPARAM CAML_LD_LIBRARY_PATH OPAMROOT OPAMSWITCH OPAMEDITOR OPAMFETCH OPAMCURL',
    reason: 'a functional language loads code or packages through it',
    source: 'GHC, Packages; Stack and Cabal, Configuration; ocamlrun(1); opam(1)',
  },
  {
    names:
      'PUB_CACHE PUB_HOSTED_URL FLUTTER_ROOT FLUTTER_STORAGE_BASE_URL FLUTTER_GIT_URL ZIG_LIB_DIR ZIG_LIBC ZIG_GLOBAL_CACHE_DIR',
    reason: 'a package tool loads code or changes its registry through it',
    source: 'Dart, Environment variables of pub; Flutter; zig help',
  },
  {
    names:
      'JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JAVA_HOME JAVA_OPTS JAVACMD JRE_HOME JDK_HOME CLASSPATH JRUBY_OPTS',
    reason: 'a Java program loads code through it',
    source: 'java(1); JVM Tool Interface, JAVA_TOOL_OPTIONS; JRuby',
  },
  {
    names:
      'ANT_* MAVEN_* MVN_* MVNW_* GRADLE_* SBT_OPTS SBT_BOOT_* COURSIER_REPOSITORIES COURSIER_MIRRORS LEIN_HOME LEIN_JAR LEIN_JAVA_CMD LEIN_JVM_OPTS GROOVY_HOME GROOVY_CONF KOTLIN_HOME SCALA_HOME CATALINA_OPTS CATALINA_HOME CATALINA_BASE',
    reason: 'a Java program loads code through it',
    source:
      'Ant, Running; Maven and its wrapper; Gradle, Build Environment; sbt, Coursier, Leiningen, Groovy, Kotlin and Tomcat',
  },
  {
    names: 'ANDROID_HOME ANDROID_SDK_ROOT ANDROID_NDK_* ANDROID_USER_HOME ANDROID_AVD_HOME',
    reason: 'a build for Android runs the tools that it names',
    source: 'Android, Environment variables',
  },
  {
    names: 'DOTNET_* COMPLUS_* CORECLR_* COR_* NUGET_* MSBUILD* VSTEST_* ASPNETCORE_HOSTINGSTARTUPASSEMBLIES',
    reason: '.NET loads code through it',
    source:
      '.NET, environment variables; Profiling, Setting Up; NuGet CLI; MSBuild; ASP.NET Core, hosting startup',
  },
  {
    names:
      'GOFLAGS GOPROXY GOENV GOROOT GOPATH GOBIN GOCACHE GOMODCACHE GOTMPDIR GOTOOLDIR GOTOOLCHAIN GOWORK GOVCS GONOSUM* GOSUMDB GONOPROXY GOPRIVATE GOINSECURE GODEBUG GOEXPERIMENT GOCOVERDIR GCCGO*',
    reason: 'the go command runs programs or trusts downloads through it',
    source: 'go help environment',
  },
  {
    names: 'GOCACHEPROG GOAUTH GOPACKAGESDRIVER GO_EXTLINK_ENABLED GO_LDSO',
    reason: 'the go command runs the program that it names',
    source: 'go help environment; go help goauth; golang.org/x/tools, packages',
  },
  {
    names:
      'CARGO CARGO_* RUSTC* RUSTDOC* RUSTFLAGS RUSTUP_* SCCACHE_CONF SCCACHE_PATH CROSS_CONFIG CROSS_CONTAINER_ENGINE CROSS_CUSTOM_TOOLCHAIN',
    reason: 'a build tool of Rust runs programs or trusts downloads through it',
    source: 'Cargo, Environment Variables; rustup, Environment variables; sccache; cross',
  },
]
