import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/content/document/html.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { cellsOf, faultsOf, readingsOf, rowsOfText, utf8 } from './reading.ts'

const rows = rowsOfText

describe('tables of a page', () => {
  it('are rows of cells', () => {
    expect(rows('<table><tr><th>Area<th>2020<tr><td>North<td>36,127</table>')).toEqual([
      ['Area', '2020'],
      ['North', '36,127'],
    ])
  })
  it('keep columns where cells span rows and columns', () => {
    const page = `<table><tr><td colspan=2>Area</td><td>2020</td></tr>
      <tr><td rowspan="2">North</td><td>Men</td><td>11</td></tr>
      <tr><td>Women</td><td>22</td></tr>
      <tr><td>South</td><td>Men</td><td>33</td></tr></table>`
    expect(cellsOf(utf8(page))).toEqual([
      ['0:Area', '2:2020'],
      ['0:North', '1:Men', '2:11'],
      ['1:Women', '2:22'],
      ['0:South', '1:Men', '2:33'],
    ])
  })
  it('may stand in cells of others, which stay whole', () => {
    const page =
      '<table><tr><td>1<td>2<tr><td>3<td><table><tr><td>11<td>12</table><tr><td>5<td>6</table><p>end 7'
    expect(rows(page)).toEqual([['1', '2'], ['3'], ['5', '6'], ['11', '12'], ['end', '7']])
  })
  it('have cells of several lines, whose figures stay apart', () => {
    expect(rows('<table><tr><td>North<br>South<td>1,234<br>5,678<td><p>9</p><p>8</p></table>')).toEqual([
      ['North', '1,234', '9'],
      ['South', '5,678', '8'],
    ])
  })
  it('have sentences in cells, whose figures are read as such', () => {
    expect(rows('<table><tr><td>Employment rose by 12,345 to 32,345,678</td></tr></table>')).toContainEqual([
      'Employment',
      'rose',
      'by',
      '12,345',
      'to',
      '32,345,678',
    ])
  })
  it('may be copied without their beginning', () => {
    expect(rows('<tr><td>1,234</td><td>5,678</td></tr>')).toEqual([['1,234', '5,678']])
    expect(rows('<td>1,234</td><td>5,678</td>')).toEqual([['1,234', '5,678']])
  })
  it('carry the numbers behind what they show, where a program left them', () => {
    const page =
      '<table><tr><td x:num="36126.799">36,127</td><td sdval="41888.25" sdnum="2057;">41,888</td>' +
      '<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:7.5}">8</td><td x:num>9</td></tr></table>'
    expect(cellsOf(utf8(page))).toEqual([['0:36,127 (36126.799)', '1:41,888 (41888.25)', '2:8 (7.5)', '3:9']])
  })
  it('carry none behind a date, which LibreOffice writes as a day number', () => {
    const page =
      '<table><tr><td sdval="43833" sdnum="1033;0;D-MMM-YY">3-Jan-20</td>' +
      '<td sdval="12.5" sdnum="1033;0;#,##0.0&quot; Deaths&quot;">12.5 Deaths</td>' +
      '<td sdval="7" sdnum="1033;0;General_)">7</td></tr></table>'
    expect(cellsOf(utf8(page))).toEqual([['0:3-Jan-20', '1:12.5 Deaths (12.5)', '2:7 (7)']])
  })
})

describe('text of a page', () => {
  it('is lines, with white space as it is seen', () => {
    expect(rows('<div>Men\n 1,234</div><div>Women&nbsp;5&nbsp;678</div>')).toEqual([
      ['Men', '1,234'],
      ['Women\u00a05\u00a0678'],
    ])
  })
  it('keeps its line ends in preformatted text', () => {
    expect(rows('<pre>Men 1,234\nWomen 5,678</pre>')).toEqual([
      ['Men', '1,234'],
      ['Women', '5,678'],
    ])
  })
  it('sets marks above the line apart from the number before', () => {
    expect(rows('<p>12,345<sup>1</sup> and 67,890<sup>a,2</sup></p>')).toEqual([
      ['12,345¹', 'and', '67,890a,²'],
    ])
  })
  it('loses the characters that nobody sees and that part digits', () => {
    expect(rows('<p>12&#8203;3&shy;45&zwnj;</p>')).toEqual([['12345']])
  })
  it('may have its characters written as entities, with and without their end', () => {
    expect(rows('<p>&#49;2&#x33;&pound;45 1&nbsp234&ndash;5</p>')).toEqual([['123£45', '1\u00a0234–5']])
  })
  it('has signs that begin no tag', () => {
    expect(rows('<p>1 < 2 and 3 <4 and 5> 6</p>')).toEqual([
      ['1', '<', '2', 'and', '3', '<4', 'and', '5>', '6'],
    ])
  })
})

describe('what a page does not show', () => {
  it('counts when it is hidden by style', () => {
    expect(rows('<p style="display:none">36,127</p><div hidden>41,888</div>')).toEqual([
      ['36,127'],
      ['41,888'],
    ])
  })
  it('counts in comments, those of Outlook and others', () => {
    expect(rows('<p>a<!--[if mso]><table><tr><td>36,127</td></tr></table><![endif]-->b</p>')).toContainEqual([
      '36,127',
    ])
    expect(rows('<p>a</p><!-- <p>41,888</p> --><p>b</p>')).toEqual([['a'], ['41,888'], ['b']])
    expect(rows('<p>a</p><!-- <p>41,888</p>')).toEqual([['a'], ['41,888']])
  })
  it('counts in noscript and templates', () => {
    expect(rows('<p>a</p><noscript>36,127</noscript><template>41,888</template>')).toEqual([
      ['a'],
      ['36,12741,888'],
    ])
  })
  it('does not count in styles, scripts and settings of Office', () => {
    const page =
      '<style>p{margin:12345px}</style><script>var a=67890</script><!--[if gte mso 9]><xml><x>96</x></xml><![endif]--><p>only 1</p>'
    expect(rows(page)).toEqual([['only', '1']])
  })
  it('counts as data for a chart', () => {
    expect(rows('<p>x</p><script type="application/json">{"y":[36127,41888]}</script>')).toContainEqual([
      '36127',
      '41888',
    ])
  })
  it('does not swallow the rest where it is never closed', () => {
    for (const beginning of [
      '<head>',
      '<style>',
      '<script>',
      '<title>',
      '<noscript>',
      '<a title="',
      "<td width=5'",
    ])
      expect(rows(`<html><p>a</p>${beginning}<p>36,127</p>`).flat().join(' ')).toContain('36,127')
  })
})

describe('attributes', () => {
  it('with quotes in their values end where browsers end them', () => {
    expect(
      rows('<table><tr><td width=5">12</td><td title=6">34</td><td title=">">56</td></tr></table>'),
    ).toEqual([['12', '34', '56']])
  })
  it('lead to files in the cloud, wrapped or not', () => {
    const links = (html: string) =>
      [...readHtml('body', html, fullBudget())].filter((reading) => reading.kind === 'cloud-link').length
    expect(links('<a href="https://tenant.sharepoint.com/:x:/s/team/file">file</a>')).toBe(1)
    expect(
      links(
        '<a href="https://gbr01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftenant.sharepoint.com%2Fx&amp;data=1">x</a>',
      ),
    ).toBe(1)
    expect(
      links('<a href="https://www.ons.gov.uk/">x</a><a href="https://notsharepoint.com.example/">y</a>'),
    ).toBe(0)
  })
})

describe('pages that are traps', () => {
  it('have thousands of tables in tables', () => {
    const page = `${'<table><tr><td>'.repeat(8000)}36,127${'</td></tr></table>'.repeat(8000)}<p>41,888</p>`
    expect(rows(page).flat()).toEqual(expect.arrayContaining(['36,127', '41,888']))
  })
  it('have tags and quotes that never end, in linear time', () => {
    for (const trap of [
      '<a b="',
      "<a b='",
      '<!--',
      '<a ',
      '<!',
      '<style>',
      '&',
      '<a b=">',
      '</',
      '<td x:num=',
    ])
      expect(readingsOf(utf8(`<html>${trap.repeat(60_000)}`)).length).toBeGreaterThan(0)
  }, 20_000)
  it('have more cells than are read', () => {
    const page = `<table>${'<tr><td>1<td>2</tr>'.repeat(100)}</table>`
    expect(faultsOf(utf8(page), Object.assign(fullBudget(), { cells: 50 }))).toEqual(['too-large'])
  })
  it('span more columns and rows than there are', () => {
    expect(rows('<table><tr><td colspan=99999999 rowspan=99999999>1<td>2</table>').flat()).toContain('2')
  })
})
