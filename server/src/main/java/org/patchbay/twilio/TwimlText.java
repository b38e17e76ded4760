package org.patchbay.twilio;

import com.twilio.twiml.TwiML;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// A document of the SDK's as text, which means the same as what [TwiML#toXml()] makes. That looks through the whole
/// class path for a parser and a transformer, each time: while callers wait, it was most of what the server did.
///
/// It is a [TwiML] itself because only those may ask others for their nodes.
final class TwimlText extends TwiML {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final DOMImplementation DOM = dom();

    private static final class Same extends TwiML.Builder<Same> {
        Same(TwiML document) {
            options.putAll(document.getOptions());
            children.addAll(document.getChildren());
        }
    }

    private TwimlText(TwiML document) {
        super(document.getTagName(), new Same(document));
    }

    static String of(TwiML document) {
        Node root = new TwimlText(document).buildXmlElement(DOM.createDocument(null, null, null));
        StringBuilder text = new StringBuilder(1_024).append(HEAD);
        write(root, text);
        return text.toString();
    }

    private static DOMImplementation dom() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every JDK has a DOM", impossible);
        }
    }

    private static void write(Node node, StringBuilder text) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            escape(node.getNodeValue(), text);
            return;
        }
        text.append('<').append(node.getNodeName());
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            text.append(' ').append(attributes.item(i).getNodeName()).append("=\"");
            escape(attributes.item(i).getNodeValue(), text);
            text.append('"');
        }
        if (!node.hasChildNodes()) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, text);
        }
        text.append("</").append(node.getNodeName()).append('>');
    }

    /// What XML can not hold becomes U+FFFD: a document that Twilio can not read ends the call.
    private static void escape(String value, StringBuilder text) {
        value.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\t', '\n', '\r' -> text.append("&#").append(point).append(';');
                default -> text.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
    }

    /// [XML 1.0 §2.2](https://www.w3.org/TR/xml/#charsets)
    private static boolean isXml(int point) {
        return point >= 0x20 && (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }
}
