import { resolve } from 'node:path'
import CopyPlugin from 'copy-webpack-plugin'
import HtmlPlugin from 'html-webpack-plugin'
import webpack from 'webpack'
import packageJson from './package.json' with { type: 'json' }

const at = (path) => resolve(import.meta.dirname, path)
const build = `${packageJson.version}-${process.env.EMBARGO_GUARD_BUILD ?? 'local'}`

/** Microsoft's library from its CDN, as Outlook requires of a deployed add-in. */
const CDN = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>'
/** The same library, unmodified, from the user's own node_modules: the try-out makes no outside request. */
const LOCAL = '<script src="/try-out/msajax-shim.js"></script><script src="/office-js/office.js"></script>'

/** TypeScript to the given ECMAScript, nothing polyfilled. */
const typescript = (target) => ({
  test: /\.tsx?$/,
  loader: 'swc-loader',
  options: {
    jsc: {
      target,
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
})

/** How long a page waits for a reader, a part of what a whole check may take (on-send.ts, `CHECK_MS`). Unit: milliseconds. */
const CHUNK_MS = 10_000

const common = (name, target) => ({
  name,
  mode: 'production',
  devtool: 'source-map',
  module: { rules: [typescript(target)] },
  resolve: { extensions: ['.js'] },
  plugins: [
    new webpack.DefinePlugin({
      EMBARGO_GUARD_BUILD: JSON.stringify(build),
    }),
  ],
  performance: false,
  stats: 'errors-warnings',
  cache: { type: 'filesystem', name, buildDependencies: { config: [at('webpack.config.js')] } },
})

/** The event bundle of classic Outlook, whose runtime has no page: one file, ES2016 in syntax, with the reader of PDF. */
const launch = {
  ...common('launch', 'es2016'),
  target: ['web', 'es2016'],
  entry: { launch: at('src/outlook/launch.ts') },
  output: {
    path: at('dist/addin'),
    filename: '[name].js',
    publicPath: '/addin/',
    environment: { globalThis: false },
  },
}

/** The same page twice: for deployment with the CDN's library, for the try-out with the local one. */
const pages = (template, filename) =>
  [
    [filename, CDN],
    [`../try-out/addin/${filename}`, LOCAL],
  ].map(
    ([target, officeJs]) =>
      new HtmlPlugin({
        template: at(template),
        filename: target,
        inject: false,
        templateParameters: { officeJs },
      }),
  )

/**
 * What runs in pages: the task pane, the administrators' page, and the events everywhere but in
 * classic Outlook. They load the reader of PDF when the first PDF comes. Its name changes with
 * its content, so that a page of before a deployment never gets one that does not fit it: it
 * says that the reader did not load.
 */
const pane = {
  ...common('pane', 'es2020'),
  target: ['web', 'es2020'],
  entry: {
    pane: at('src/pane/main.tsx'),
    admin: at('src/administration/main.tsx'),
    'launch-page': at('src/outlook/launch.ts'),
  },
  resolve: {
    extensions: ['.js'],
    alias: { [at('src/content/pdf/pdf-reader.ts')]: at('src/content/pdf/pdf-when-needed.ts') },
  },
  output: {
    path: at('dist/addin'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash].js',
    chunkLoadTimeout: CHUNK_MS,
    // Chunks of earlier builds go; what other builds put here stays.
    clean: { keep: (name) => !/\.[0-9a-f]{20}\.js(\.map)?$/.test(name) },
    publicPath: '/addin/',
  },
}
pane.plugins = [
  ...pane.plugins,
  ...pages('src/outlook/launch.html', 'launch.html'),
  ...pages('src/pane/pane.html', 'pane.html'),
  ...pages('src/administration/admin.html', 'admin.html'),
  new CopyPlugin({ patterns: [{ from: at('assets'), to: at('dist/addin/assets'), noErrorOnMissing: true }] }),
]

const tryOut = {
  ...common('try-out', 'es2020'),
  target: ['web', 'es2020'],
  entry: { main: at('src/stand-in/main.tsx') },
  output: { path: at('dist/try-out'), filename: '[name].js', publicPath: '/try-out/' },
}
tryOut.plugins = [
  ...tryOut.plugins,
  new HtmlPlugin({ template: at('src/stand-in/outlook.html'), filename: 'outlook.html', inject: false }),
  new CopyPlugin({ patterns: [{ from: at('src/stand-in/msajax-shim.js'), to: at('dist/try-out') }] }),
]

/** Node programs: our own code in one file, packages from node_modules. */
const program = (name, entry, filename) => ({
  ...common(name, 'es2022'),
  target: 'node20',
  entry: at(entry),
  experiments: { outputModule: true },
  output: { path: at('dist'), filename, module: true, library: { type: 'module' } },
  externalsType: 'module',
  externals: [({ request }, done) => (/^[./]/.test(request ?? '') ? done() : done(null, request))],
  optimization: { minimize: false },
})

const service = program('service', 'src/service/main.ts', 'service.js')
const commandLine = program('command-line', 'src/command-line/main.ts', 'embargo-guard.js')

/** What developers run by hand: `webpack --env bench` builds these instead. */
const tools = ['recognition', 'reading', 'register', 'pdf-oracle', 'send', 'tasks'].map((name) =>
  program(`bench-${name}`, `test/bench/${name}.ts`, `bench/${name}.js`),
)

export default ({ bench } = {}) => (bench ? tools : [launch, pane, tryOut, service, commandLine])
