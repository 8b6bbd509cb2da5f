const DEVICE_CODE = '^firmware/(?!build/|simulator/)';

/** Imports go one way: test -> companion -> firmware/simulator -> shared, and firmware -> shared. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that run each other have no order to start in. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-resolve',
      comment: 'The file or package must exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that only comes along with another one may leave with it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'companion-runs-on-dependencies',
      comment: 'What the running companion imports must be in "dependencies".',
      severity: 'error',
      from: { path: '^companion/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared/ runs on the chip and in Node: it imports nothing from outside.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^shared/' },
    },
    {
      name: 'device-code-imports-shared-only',
      comment: 'What runs on the device uses firmware/ and shared/, no package and no Node module.',
      severity: 'error',
      from: { path: DEVICE_CODE },
      to: { pathNot: [DEVICE_CODE, '^shared/'] },
    },
    {
      name: 'simulator-runs-the-bundle',
      comment:
        'The simulated board runs the built bundle, in Node and in a browser: no sources, no Node module. ' +
        'The made-up shopper and the tours of all screens plan their presses with firmware/flow.',
      severity: 'error',
      from: { path: '^firmware/simulator/', pathNot: '/(?:shopper|screen-tour|large-tour)\\.ts$' },
      to: { pathNot: ['^firmware/simulator/', '^firmware/ledger/place\\.ts$', '^shared/'] },
    },
    {
      name: 'build-steps-import-no-companion',
      comment: 'Build steps use the layouts of firmware/, the simulated Storage, shared/ and packages.',
      severity: 'error',
      from: { path: '^firmware/build/' },
      to: { path: ['^companion/', '^test/'] },
    },
    {
      name: 'companion-meets-firmware-in-the-simulator',
      comment:
        'The companion takes the firmware as built files; only the simulated board is imported, and to flash a ' +
        'kiosk what joins those files to an image and makes its QR codes. Planning a tour of the screens in large ' +
        'size (companion/screens) takes the flow, the breaking of lines and the unpacking of texts; counting made-up ' +
        'shoppers without a board (companion/simulation/drawn-visits) takes the flow; the page with a kiosk unpacks texts, ' +
        'too, to tell the language of a screen.',
      severity: 'error',
      from: { path: '^companion/', pathNot: '^companion/(?:screens/|simulation/drawn-visits)' },
      to: {
        path: [
          '^firmware/(?!simulator/|build/(?:image|intel-hex|pack-texts|qr-codes|text-blocks)\\.ts$)',
          '^test/',
        ],
      },
    },
    {
      name: 'screens-meet-no-device',
      comment: 'Whoever draws the screens plans with pure parts of the firmware and never with the device.',
      severity: 'error',
      from: { path: '^companion/screens/' },
      to: { path: ['^firmware/(?:device|radio)/', '^test/'] },
    },
    {
      name: 'sheets-are-decoded-by-sync-and-release',
      comment: 'A sheet holds raw counts: in the companion only sync/ unpacks it and only release/ reads it.',
      severity: 'error',
      from: { path: '^companion/', pathNot: '^companion/(?:sync|release)/' },
      to: { path: '^shared/wire/sheet' },
    },
    {
      name: 'release-reads-raw-counts',
      comment: 'Everybody else asks for a release.',
      severity: 'error',
      from: { path: '^companion/', pathNot: '^companion/release/' },
      to: { path: '^companion/release/(?:raw-sheets|totals|close-span|follow-ledger)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'], // require() in device code names Espruino's own modules
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
};
