/** What programs put on the clipboard, as `text/html`; shortened in style sheets and in nothing else. */

/** Word for Windows: a heading, emphasis, a link, a bulleted list of two levels, a numbered list, a quotation. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/maya/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:Wingdings; panose-1:5 0 0 0 0 0 0 0 0 0;}
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0in; font-size:12.0pt;}
 @list l0 {mso-list-id:1203904418; mso-list-type:hybrid;}
-->
</style>
</head>

<body lang=EN-US link="#467886" style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->

<h2>What is the CS Fundamentals Deep Dive<o:p></o:p></h2>

<p class=MsoNormal>A <b>one-day</b> workshop for <i style='mso-bidi-font-style:
normal'>experienced</i> teachers<span style='mso-spacerun:yes'>  </span>of our
<a href="https://code.org/educate/curriculum/elementary-school">K-5
courses</a>.<o:p></o:p></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:
Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>A plan for offering more<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;mso-add-space:
auto;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New";mso-fareast-font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>for each <b>grade</b><o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Code.org
swag!<o:p></o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-bidi-font-family:Aptos'><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Find
a workshop<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-bidi-font-family:Aptos'><span style='mso-list:Ignore'>2.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Register<o:p></o:p></p>

<p class=MsoIntenseQuote>It changed how I teach.<o:p></o:p></p>

<!--EndFragment-->
</body>

</html>`;

/** Word on the web, which makes a list of each item. */
export const WORD_ONLINE = `<html><body>
<!--StartFragment--><div class="OutlineElement Ltr SCXW118330962 BCX8" style="direction:ltr"><p class="Paragraph SCXW118330962 BCX8" role="heading" aria-level="2" paraid="1" style="font-weight:normal"><span data-contrast="none" class="TextRun SCXW118330962 BCX8" style="font-size:16pt"><span class="NormalTextRun SCXW118330962 BCX8">Before you come</span></span><span class="EOP SCXW118330962 BCX8" data-ccp-props="{}">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW118330962 BCX8" style="margin:0px"><ul class="BulletListStyle1 SCXW118330962 BCX8" role="list"><li data-leveltext="" data-font="Symbol" data-listid="1" aria-setsize="-1" data-aria-posinset="1" data-aria-level="1" class="OutlineElement Ltr SCXW118330962 BCX8"><p class="Paragraph SCXW118330962 BCX8"><span class="TextRun SCXW118330962 BCX8"><span class="NormalTextRun SCXW118330962 BCX8">Bring a laptop</span></span><span class="EOP SCXW118330962 BCX8">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW118330962 BCX8"><ul class="BulletListStyle2 SCXW118330962 BCX8" role="list"><li data-leveltext="o" data-font="Courier New" data-listid="1" data-aria-posinset="1" data-aria-level="2" class="OutlineElement Ltr SCXW118330962 BCX8"><p class="Paragraph SCXW118330962 BCX8"><span class="TextRun SCXW118330962 BCX8" style="font-weight:bold"><span class="NormalTextRun SCXW118330962 BCX8">charged</span></span><span class="EOP SCXW118330962 BCX8">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW118330962 BCX8"><ol class="NumberListStyle1 SCXW118330962 BCX8" role="list" start="1"><li data-leveltext="%1." data-listid="2" data-aria-posinset="1" data-aria-level="1" class="OutlineElement Ltr SCXW118330962 BCX8"><p class="Paragraph SCXW118330962 BCX8"><span class="TextRun SCXW118330962 BCX8">Sign in</span></p></li></ol></div><div class="ListContainerWrapper SCXW118330962 BCX8"><ol class="NumberListStyle1 SCXW118330962 BCX8" role="list" start="2"><li data-leveltext="%1." data-listid="2" data-aria-posinset="2" data-aria-level="1" class="OutlineElement Ltr SCXW118330962 BCX8"><p class="Paragraph SCXW118330962 BCX8"><span class="TextRun SCXW118330962 BCX8">Choose a seat</span></p></li></ol></div><!--EndFragment-->
</body></html>`;

/** Google Docs: all of it within a bold that isn't, emphasis by style alone, lists within lists, a check list. */
export const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-2f1c9f3c-7fff-5d0a-b1f0-0f4a2a9a1f11"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;margin-bottom:6pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;">What will teachers learn?</span></h1><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;font-family:Arial,sans-serif;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;">At the end, teachers will </span><span style="font-size:11pt;font-family:Arial,sans-serif;font-weight:700;font-style:normal;text-decoration:none;white-space:pre-wrap;">know</span><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;">, </span><span style="font-size:11pt;font-weight:400;font-style:italic;text-decoration:none;white-space:pre-wrap;">have</span><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;"> and </span><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:line-through;white-space:pre-wrap;">maybe</span><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;"> use </span><a href="https://studio.code.org/courses" style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;font-weight:400;font-style:normal;text-decoration:underline;-webkit-text-decoration-skip:none;white-space:pre-wrap;">the courses</span></a><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;">.</span></p><br /><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre;" aria-level="1"><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;" role="presentation"><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;">The details</span></p></li><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:circle;font-size:11pt;font-weight:400;white-space:pre;" aria-level="2"><p dir="ltr" style="line-height:1.38;" role="presentation"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">and the philosophy</span></p></li></ul></ul><ol style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:decimal;font-size:11pt;font-weight:400;white-space:pre;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">First</span></p></li></ol><ul style="margin-top:0;margin-bottom:0;padding-inline-start:28px;"><li dir="ltr" role="checkbox" aria-checked="false" style="list-style-type:none;" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgo=" width="17.6px" height="17.6px" alt="unchecked" aria-roledescription="checkbox" style="margin-right:3px;" /><p dir="ltr" style="display:inline-block;" role="presentation"><span style="font-size:11pt;white-space:pre-wrap;">Ask for a picture</span></p></li></ul></b><br class="Apple-interchange-newline">`;

/** A table of Google Docs, which knows no head of a table: its first row is in bold. */
export const GOOGLE_DOCS_TABLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-9b1d"><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;table-layout:fixed;width:468pt"><colgroup><col /><col /><col /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000000 1pt;vertical-align:top;padding:5pt;"><p dir="ltr" style="line-height:1.2;"><span style="font-size:11pt;font-weight:700;white-space:pre-wrap;">Workshop</span></p></td><td style="vertical-align:top;"><p dir="ltr"><span style="font-weight:700;white-space:pre-wrap;">Length</span></p></td><td style="vertical-align:top;"><p dir="ltr"><span style="font-weight:700;white-space:pre-wrap;">For</span></p></td></tr><tr style="height:0pt"><td><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">Intro</span></p></td><td rowspan="2"><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">One day</span></p></td><td><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">New teachers</span></p></td></tr><tr style="height:0pt"><td><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">Deep Dive</span></p></td><td><p dir="ltr"><a href="https://code.org/cs-fundamentals" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;white-space:pre-wrap;">Experienced ones</span></a></p></td></tr></tbody></table></div></b>`;

/** LibreOffice Writer. */
export const LIBRE_OFFICE = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/>
	<style type="text/css">
		@page { size: 8.27in 11.69in; margin: 0.79in }
		p { line-height: 115%; margin-bottom: 0.1in; background: transparent }
	</style>
</head>
<body lang="en-US" link="#000080" vlink="#800000" dir="ltr"><h3 class="western">
Cost</h3>
<p style="line-height: 100%; margin-bottom: 0in">The value is <font color="#c9211e"><b>$300</b></font>
per&nbsp;person, <u>for now</u>.</p>
<ol>
	<li><p style="line-height: 100%; margin-bottom: 0in">A certificate</p></li>
	<li><p style="line-height: 100%; margin-bottom: 0in">Swag</p>
	<ul>
		<li><p style="line-height: 100%; margin-bottom: 0in">Stickers</p></li>
	</ul></li>
</ol>
</body>
</html>`;

/** Part of a web page, as Chrome copies it, with what a page has besides its text. */
export const WEB_PAGE = `<meta charset='utf-8'><h2 style="box-sizing:border-box;color:rgb(41,47,54);font-style:normal;orphans:2">Regional Partners</h2><p style="box-sizing:border-box;margin:0px 0px 10px;white-space:normal">Our partners <code>host</code> workshops.<span>&nbsp;</span><a href="javascript:alert(1)" style="color:rgb(0,0,238)">Meet&nbsp;them</a><span>&nbsp;</span>or <a href="//code.org/partners">read on</a>.<script>alert(2)</script></p><p>Line one<br>line two<br><br>A new thought</p><img src="https://code.org/images/map.png" alt="A map" onerror="alert(3)"><img src="https://stats.example/p.gif" width="1" height="1"><blockquote><p>Best day of the year.</p><p>— a teacher</p></blockquote><pre><code>move()
  turn()
</code></pre><dl><dt>Length</dt><dd>Seven hours</dd></dl><div style="display:none">Hidden</div><hr><div>The <div>end</div></div>`;

/** A table of Word with two columns and no head. */
export const WORD_TABLE = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=312 valign=top style='width:233.75pt'><p class=MsoNormal>When<o:p></o:p></p></td>
  <td width=312 valign=top style='width:233.75pt'><p class=MsoNormal>Any time of <b>year</b><o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=312 valign=top><p class=MsoNormal>Where<o:p></o:p></p></td>
  <td width=312 valign=top><p class=MsoNormal>In your region<o:p></o:p></p></td>
 </tr>
</table><!--EndFragment--></body></html>`;
