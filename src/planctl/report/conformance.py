"""What makes of WeasyPrint's PDF/A-3a a file that is PDF/UA-1 as well."""

from typing import Any, Final

VARIANT: Final = "pdf/a-3a"
"""The one variant that WeasyPrint is asked for; it writes one at a time."""

Press = Any
"""A module or object of WeasyPrint, which brings no types."""

_IN_ITEM: Final = frozenset({"/Lbl", "/LBody"})
_END: Final = b"</rdf:RDF>"
# PDF/A knows no property of PDF/UA: a file that has one describes it.
_UA: Final = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that is followed</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def declare_both(document: Press) -> None:
    """Lets the metadata of a document about to be written claim PDF/UA-1 beside the variant."""
    written_alone = document.metadata.generate_rdf_metadata

    def written(*variant: object) -> bytes:
        alone: bytes = written_alone(*variant)
        return alone.replace(_END, _UA + _END)

    document.metadata.generate_rdf_metadata = written


def conform(pdf: Press) -> None:
    """Puts into the written objects what WeasyPrint leaves out."""
    _scope_headings(pdf)
    _wrap_list_bodies(pdf)
    _leave_pictures_unsmoothed(pdf)
    _lay_metadata_open(pdf)
    _end_streams_clearly(pdf)


def _scope_headings(pdf: Press) -> None:
    """Says of each heading cell whether it heads a column or a row.

    One in the head of a table heads its column, any other its row.
    """
    elements = {one.reference: one for one in pdf.objects if _is_element(one)}
    for cell in elements.values():
        if cell["S"] == "/TH":
            row = elements[cell["P"]]
            in_head = elements[row["P"]]["S"] == "/THead"
            cell["A"]["Scope"] = "/Column" if in_head else "/Row"


def _wrap_list_bodies(pdf: Press) -> None:
    """Puts paragraphs that stand in a list's item by themselves into the item's body."""
    elements = {one.reference: one for one in pdf.objects if _is_element(one)}
    for item in [one for one in elements.values() if one["S"] == "/LI"]:
        kids = item["K"]
        loose = [kid for kid in kids if kid in elements and elements[kid]["S"] not in _IN_ITEM]
        if loose:
            kept = [kid for kid in kids if kid not in loose]
            body = type(item)({**item, "S": "/LBody", "P": item.reference, "K": type(kids)(loose)})
            pdf.add_object(body)
            item["K"] = type(kids)([*kept, body.reference])
            for kid in loose:
                elements[kid]["P"] = body.reference


def _is_element(one: Press) -> bool:
    return isinstance(one, dict) and one.get("Type") == "/StructElem"


def _leave_pictures_unsmoothed(pdf: Press) -> None:
    """PDF/A forbids a picture to ask for points between its own (ISO 19005-3, 6.2.8)."""
    for one in pdf.objects:
        extra = getattr(one, "extra", {})
        if "Interpolate" in extra:
            extra["Interpolate"] = "false"


def _lay_metadata_open(pdf: Press) -> None:
    """Leaves the metadata uncompressed: what a file claims is found without reading the PDF."""
    (metadata,) = (one for one in pdf.objects if one.reference == pdf.catalog["Metadata"])
    metadata.compress = False


def _end_streams_clearly(pdf: Press) -> None:
    """Leaves uncompressed what would end in a carriage return, which belongs to the line's end too.

    Such a stream is in order, but some readers count one byte too few.
    """
    for one in pdf.objects:
        if getattr(one, "compress", False) and one.data.endswith(b"\r\nendstream"):
            one.compress = False


def end_clearly(pdf: bytes) -> bytes:
    """The finished file, in which the table of objects ends in its own line.

    That stream is written last. Where it ends in a carriage return, the end of the line after it is
    made of two characters, so that no reader takes its last byte for one of them.
    """
    before, last, after = pdf.rpartition(b"endstream")
    if not before.endswith(b"\r\n"):
        return pdf
    return before[:-1] + b"\r\n" + last + after
